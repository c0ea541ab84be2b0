package dev.tocsin.ingest.fetch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The three forms of a date in HTTP (RFC 9110, 5.6.7), read generously: the day of the week is not
 * looked at, since servers get it wrong.
 */
final class HttpDate {
    private static final String TIME = "(?<h>\\d{1,2}):(?<m>\\d{2}):(?<s>\\d{2})";

    /** {@code Tue, 05 May 2026 07:00:00 GMT} and {@code Tuesday, 05-May-26 07:00:00 GMT}. */
    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "(?:[a-z]+,? +)?(?<day>\\d{1,2})[ -](?<month>[a-z]{3})[a-z]*[ -]"
                            + "(?<year>\\d{4}|\\d{2}) +"
                            + TIME
                            + "(?: *(?:gmt|utc?|z|[+-]0000))?");

    /** {@code Tue May 5 07:00:00 2026}. */
    private static final Pattern ASCTIME =
            Pattern.compile(
                    "[a-z]+ +(?<month>[a-z]{3}) +(?<day>\\d{1,2}) +" + TIME + " +(?<year>\\d{4})");

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private HttpDate() {}

    /**
     * @param now a year of two digits that would lie more than 50 years ahead of it is the century
     *     before
     */
    static Optional<Instant> read(String header, Instant now) {
        String text = header.strip().toLowerCase(Locale.ROOT);
        for (Pattern form : List.of(DAY_FIRST, ASCTIME)) {
            Matcher parts = form.matcher(text);
            if (parts.matches()) {
                return instant(parts, now);
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> instant(Matcher parts, Instant now) {
        try {
            LocalDate day =
                    LocalDate.of(
                            year(String.valueOf(parts.group("year")), now),
                            MONTHS.indexOf(parts.group("month")) + 1,
                            number(parts, "day"));
            LocalTime time =
                    LocalTime.of(
                            number(parts, "h"),
                            number(parts, "m"),
                            Math.min(number(parts, "s"), 59));
            return Optional.of(LocalDateTime.of(day, time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int year(String digits, Instant now) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        int thisYear = now.atZone(ZoneOffset.UTC).getYear();
        int inThisCentury = thisYear / 100 * 100 + year;
        return inThisCentury > thisYear + 50 ? inThisCentury - 100 : inThisCentury;
    }

    private static int number(Matcher parts, String group) {
        return Integer.parseInt(parts.group(group));
    }
}
