package dev.tocsin.sink.message;

import dev.tocsin.sink.alert.StoredAlert;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts a message into words: what, which rule, why, how many, since when, and where to read. */
public final class LetterWriter {
    private static final int TITLE = 250;
    private static final int RULE = 100;
    private static final int REASON = 500;
    private static final int PUBLISHER = 80;
    private static final int CONTEXT = 90;
    private static final int LINKS = 5;
    private static final int DIGEST_LINES = 60;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm zzz", Locale.ENGLISH);

    private LetterWriter() {}

    public static Letter write(Message message) {
        String mark = message.isTest() ? "[Test] " : "";
        return switch (message.kind()) {
            case RAISED -> single(mark, message);
            case UPDATED -> single(mark + "Update: ", message);
            case ENDED -> end(mark + "All clear: ", message.alerts().getFirst());
            case DIGEST -> digest(mark, message);
        };
    }

    private static Letter single(String mark, Message message) {
        StoredAlert alert = message.alerts().getFirst();
        String title = mark + CleanText.line(alert.title(), TITLE);
        List<Letter.Line> lines = new ArrayList<>();
        lines.add(Letter.Line.of(new Letter.Strong(title)));
        lines.add(plain("Rule: " + CleanText.line(alert.ruleName(), RULE)));
        String why = CleanText.line(alert.text(), REASON);
        if (!why.isEmpty()) {
            lines.add(plain(why));
        }
        lines.add(plain(figures(alert, message.zone())));
        alert.evidence().read().stream().limit(LINKS).forEach(each -> lines.addAll(lines(each)));
        return new Letter(title, lines);
    }

    /** Short: who was alarmed knows the rest. */
    private static Letter end(String mark, StoredAlert alert) {
        String title = mark + CleanText.line(alert.title(), TITLE);
        return new Letter(
                title,
                List.of(
                        Letter.Line.of(new Letter.Strong(title)),
                        plain("Rule: " + CleanText.line(alert.ruleName(), RULE)),
                        plain(CleanText.line(alert.text(), REASON))));
    }

    private static Letter digest(String mark, Message message) {
        String title = mark + message.alerts().size() + " alerts" + ofRule(message.alerts());
        List<Letter.Line> lines = new ArrayList<>();
        lines.add(Letter.Line.of(new Letter.Strong(title)));
        for (StoredAlert alert : message.alerts()) {
            if (lines.size() >= DIGEST_LINES) {
                break;
            }
            lines.add(headline(alert));
            lines.add(
                    plain(
                            CleanText.line(alert.ruleName(), RULE)
                                    + " · "
                                    + figures(alert, message.zone())));
        }
        int left = message.alerts().size() - (lines.size() - 1) / 2;
        if (left > 0) {
            lines.add(plain("… and %d more".formatted(left)));
        }
        return new Letter(title, lines);
    }

    private static String ofRule(List<StoredAlert> alerts) {
        List<String> rules = alerts.stream().map(StoredAlert::ruleName).distinct().toList();
        return rules.size() == 1 ? ": " + CleanText.line(rules.getFirst(), RULE) : "";
    }

    private static Letter.Line headline(StoredAlert alert) {
        String title = CleanText.line(alert.title(), TITLE);
        Optional<String> url =
                alert.evidence().read().stream()
                        .flatMap(each -> Optional.ofNullable(each.url()).stream())
                        .flatMap(each -> CleanText.url(each).stream())
                        .findFirst();
        return Letter.Line.of(
                new Letter.Plain("• "),
                url.<Letter.Span>map(address -> new Letter.Link(title, address))
                        .orElseGet(() -> new Letter.Strong(title)));
    }

    private static String figures(StoredAlert alert, ZoneId zone) {
        String since = "first seen " + time(alert.firstSeen(), zone);
        if (alert.articles() == 0) {
            return since;
        }
        return "%s (%s) · %s"
                .formatted(
                        counted(alert.independentOrigins(), "independent origin"),
                        counted(alert.articles(), "article"),
                        since);
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    private static List<Letter.Line> lines(StoredAlert.Evidence evidence) {
        String title = CleanText.line(evidence.title(), TITLE);
        String source =
                " – "
                        + CleanText.line(evidence.publisher(), PUBLISHER)
                        + (evidence.isCopy() ? " (copy)" : "");
        Optional<String> url = Optional.ofNullable(evidence.url()).flatMap(CleanText::url);
        List<Letter.Line> lines = new ArrayList<>();
        lines.add(
                Letter.Line.of(
                        new Letter.Plain("• "),
                        url.<Letter.Span>map(address -> new Letter.Link(title, address))
                                .orElseGet(() -> new Letter.Plain(title)),
                        new Letter.Plain(source)));
        evidence.quotes().stream().limit(1).map(LetterWriter::quote).forEach(lines::add);
        return lines;
    }

    private static Letter.Line quote(StoredAlert.Quote quote) {
        String before = CleanText.line(quote.before());
        int from = Math.max(0, before.length() - CONTEXT);
        String near = from == 0 ? before : "…" + before.substring(before.indexOf(' ', from) + 1);
        return new Letter.Line(
                true,
                List.of(
                        new Letter.Plain(near.isEmpty() ? "“" : "“" + near + " "),
                        new Letter.Strong(CleanText.line(quote.words(), CONTEXT)),
                        new Letter.Plain(after(quote) + "”")));
    }

    private static String after(StoredAlert.Quote quote) {
        String after = CleanText.line(quote.after(), CONTEXT);
        boolean isApart = !after.isEmpty() && Character.isWhitespace(quote.after().charAt(0));
        return isApart ? " " + after : after;
    }

    private static Letter.Line plain(String text) {
        return Letter.Line.of(new Letter.Plain(text));
    }
}
