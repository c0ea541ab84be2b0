package dev.tocsin.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The Retry-After header (RFC 9110, 10.2.3): seconds or an HTTP date. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(30);

    private RetryAfter() {}

    /** From now, between zero and 30 days; empty where the text is neither form. */
    static Optional<Duration> read(String header, Instant now) {
        return Seconds.read(header, LONGEST)
                .or(() -> HttpDate.read(header, now).map(then -> Duration.between(now, then)))
                .map(RetryAfter::clamped);
    }

    private static Duration clamped(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
