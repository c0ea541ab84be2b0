package dev.tocsin.ingest.schedule;

import java.time.Duration;

/**
 * The bounds of polling.
 *
 * @param shortest no feed is polled more often, whatever it publishes; where {@code base} is
 *     shorter it takes its place
 * @param base of a feed that publishes an entry an hour, and of one whose rhythm is not known yet
 * @param longest no feed waits longer, however often it failed and whatever its publisher wishes;
 *     only a retired one does, and one that is asked not to poll at certain hours
 */
public record Cadence(Duration shortest, Duration base, Duration longest) {
    private static final Duration USUALLY_SHORTEST = Duration.ofMinutes(5);

    public Cadence {
        if (!base.isPositive() || longest.compareTo(base) < 0) {
            throw new IllegalArgumentException(
                    "polling interval %s must be positive and at most %s".formatted(base, longest));
        }
        if (!shortest.isPositive()) {
            throw new IllegalArgumentException(
                    "the shortest polling interval must be positive, not " + shortest);
        }
        shortest = base.compareTo(shortest) < 0 ? base : shortest;
    }

    /** With five minutes as the shortest interval. */
    public Cadence(Duration base, Duration longest) {
        this(USUALLY_SHORTEST, base, longest);
    }

    Duration clamp(Duration wanted) {
        if (wanted.compareTo(shortest) < 0) {
            return shortest;
        }
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }
}
