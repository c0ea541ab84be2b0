package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.AlertQuote;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says why there is an alert, in a sentence for people. */
final class AlertText {
    private static final int MOST_REASONS = 6;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMMM, HH:mm 'UTC'", Locale.ENGLISH);

    private AlertText() {}

    /** As "3 independent origins report it (5 articles, 2 of them copies): sudan; first by ...". */
    static String of(RuleMemory memory, Instant now) {
        return origins(memory.origins())
                + " ("
                + articles(memory.articles(), memory.copies())
                + ")"
                + reasons(memory)
                + first(memory, now);
    }

    private static String origins(int count) {
        return count == 1 ? "1 origin reports it" : count + " independent origins report it";
    }

    private static String articles(int articles, int copies) {
        String counted = articles == 1 ? "1 article" : articles + " articles";
        return switch (copies) {
            case 0 -> counted;
            case 1 -> articles == 1 ? counted + ", a copy" : counted + ", 1 of them a copy";
            default -> counted + ", " + copies + " of them copies";
        };
    }

    private static String reasons(RuleMemory memory) {
        List<String> reasons =
                Frequency.mostFrequent(
                        memory.matches().stream()
                                .flatMap(each ->
                                        each.quotes().stream()
                                                .map(AlertQuote::getReason)
                                                .distinct()));
        return reasons.isEmpty()
                ? ""
                : ": " + String.join(", ", reasons.stream().limit(MOST_REASONS).toList());
    }

    private static String first(RuleMemory memory, Instant now) {
        return memory.matches().stream()
                .map(Remembered::article)
                .min(Comparator.comparing(MatchedArticle::eventAt))
                .map(first -> "; first by " + first.publisher() + at(first.eventAt(), now))
                .orElse("");
    }

    private static String at(Instant time, Instant now) {
        ZonedDateTime then = time.atZone(ZoneOffset.UTC);
        boolean isToday = then.toLocalDate().equals(now.atZone(ZoneOffset.UTC).toLocalDate());
        return isToday ? " at " + TIME.format(then) : " on " + DAY_AND_TIME.format(then);
    }
}
