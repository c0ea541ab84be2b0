package dev.tocsin.ingest.parse.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ISO 8601 and W3C-DTF, with the liberties that feeds take. */
final class IsoDates {
    private static final String TIME =
            "(?:\\s*[T\\s]\\s*(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d*)?)?\\s*"
                    + "(z|utc|gmt|(?:utc|gmt)?[+-]\\d{1,2}:?(?:\\d{2})?|[A-Za-z]{1,5})?)?[^:]*";
    private static final Pattern DASHED =
            Pattern.compile(
                    "(\\d{4})-(\\d{1,2})(?!\\d)(?:-(\\d{1,2})(?!\\d))?" + TIME,
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern COMPACT =
            Pattern.compile(
                    "(\\d{4})(\\d{2})(\\d{2})(?!\\d)" + TIME,
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SHORT =
            Pattern.compile(
                    "(\\d{2})-?(\\d{2})-?(\\d{2})(?![\\d:])" + TIME,
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ORDINAL =
            Pattern.compile("(\\d{4})-?(\\d{3})(?!\\d).*", Pattern.DOTALL);
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private static final int MOST_MONTHS = 19;
    private static final int MOST_DAYS = 39;

    private IsoDates() {}

    static Optional<Instant> parse(String text) {
        try {
            return read(text);
        } catch (DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> read(String text) {
        Matcher dashed = DASHED.matcher(text);
        if (dashed.matches()) {
            return Optional.of(instant(dashed, Integer.parseInt(dashed.group(1))));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return Optional.of(instant(compact, Integer.parseInt(compact.group(1))));
        }
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.matches()) {
            int year = Integer.parseInt(ordinal.group(1));
            return Optional.of(
                    start(LocalDate.ofYearDay(year, Integer.parseInt(ordinal.group(2)))));
        }
        Matcher two = SHORT.matcher(text);
        if (two.matches()) {
            return Optional.of(instant(two, 2000 + Integer.parseInt(two.group(1))));
        }
        return YEAR.matcher(text).matches()
                ? Optional.of(start(LocalDate.of(Integer.parseInt(text), 1, 1)))
                : Optional.empty();
    }

    private static Instant start(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Instant instant(Matcher date, int year) {
        Clockface time =
                date.group(4) == null
                        ? Clockface.MIDNIGHT
                        : new Clockface(
                                number(date.group(4)),
                                number(date.group(5)),
                                number(date.group(6)));
        int day = date.group(3) == null ? 1 : number(date.group(3));
        return time.on(
                day(year, number(date.group(2)), day), date.group(7) == null ? "" : date.group(7));
    }

    /** Days and months beyond the last run over into the next, as clocks at the publisher's may. */
    private static LocalDate day(int year, int month, int day) {
        if (month > MOST_MONTHS || day > MOST_DAYS) {
            throw new DateTimeException("no such day");
        }
        return LocalDate.of(year, 1, 1).plusMonths(month - 1L).plusDays(day - 1L);
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
