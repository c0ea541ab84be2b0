package dev.tocsin.ingest.fetch;

import java.time.Duration;
import java.util.Optional;

/** A number of seconds in a header: digits and nothing else. */
final class Seconds {
    private static final int LONGEST_NUMBER = 12;

    private Seconds() {}

    /**
     * @param most what larger numbers count as, those that no type holds too
     */
    static Optional<Duration> read(String text, Duration most) {
        String digits = text.strip();
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        Duration seconds =
                digits.length() > LONGEST_NUMBER
                        ? most
                        : Duration.ofSeconds(Long.parseLong(digits));
        return Optional.of(seconds.compareTo(most) > 0 ? most : seconds);
    }
}
