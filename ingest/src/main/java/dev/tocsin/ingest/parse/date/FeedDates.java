package dev.tocsin.ingest.parse.date;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as feeds write them. */
public final class FeedDates {
    private static final int LONGEST = 100;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");

    private FeedDates() {}

    /** Empty where the text is no date, or one that no calendar of four-digit years has. */
    public static Optional<Instant> parse(String text) {
        String date = text.strip();
        if (date.isEmpty() || date.length() > LONGEST || date.startsWith("-")) {
            return Optional.empty();
        }
        return Rfc822Dates.parse(date)
                .or(() -> epoch(date))
                .or(() -> IsoDates.parse(date))
                .or(() -> WordyDates.parse(date))
                .filter(instant -> !instant.isBefore(FIRST) && !instant.isAfter(LAST));
    }

    private static Optional<Instant> epoch(String digits) {
        if (!EPOCH.matcher(digits).matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(digits);
        return Optional.of(
                digits.length() == 10
                        ? Instant.ofEpochSecond(number)
                        : Instant.ofEpochMilli(number));
    }
}
