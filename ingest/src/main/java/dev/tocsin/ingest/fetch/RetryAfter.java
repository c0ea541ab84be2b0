package dev.tocsin.ingest.fetch;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The Retry-After header: seconds or an HTTP date. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int LONGEST_NUMBER = 12;

    private final Clock clock;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** From now, between zero and 30 days; empty where the text is neither form. */
    Optional<Duration> read(String header) {
        String text = header.strip();
        return (isNumber(text) ? seconds(text) : untilDate(text)).map(RetryAfter::clamped);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<Duration> seconds(String digits) {
        return Optional.of(
                digits.length() > LONGEST_NUMBER
                        ? LONGEST
                        : Duration.ofSeconds(Long.parseLong(digits)));
    }

    private Optional<Duration> untilDate(String text) {
        try {
            Instant then = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            return Optional.of(Duration.between(clock.instant(), then));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration clamped(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
