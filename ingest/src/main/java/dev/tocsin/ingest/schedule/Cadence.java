package dev.tocsin.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to poll next. A healthy feed: the base interval, or longer if the publisher asks for it. A
 * failing one: doubled with every failure. With ten per cent of jitter either way, so that feeds
 * polled together do not stay together.
 *
 * @param base interval of a healthy feed, before jitter
 * @param longest no feed waits longer, however often it failed and whatever the publisher wishes;
 *     only a feed that is gone does
 */
public record Cadence(Duration base, Duration longest) {
    private static final double JITTER = 0.1;
    private static final int DOUBLINGS = 16;
    private static final Duration GONE = Duration.ofDays(7);

    public Cadence {
        if (base.isNegative() || base.isZero() || longest.compareTo(base) < 0) {
            throw new IllegalArgumentException(
                    "polling interval %s must be positive and at most %s".formatted(base, longest));
        }
    }

    /** After a success; the publisher's own wish counts where it is longer than the base. */
    public Instant afterSuccess(
            Instant now, Optional<Duration> publisherWish, RandomGenerator random) {
        Duration wanted = publisherWish.filter(wish -> wish.compareTo(base) > 0).orElse(base);
        return now.plus(shorter(jittered(shorter(wanted, longest), random), longest));
    }

    /** After the given number of failures in a row, at least one. */
    public Instant afterFailure(Instant now, int failures, RandomGenerator random) {
        Duration backOff = base.multipliedBy(1L << Math.clamp(failures, 1, DOUBLINGS));
        return now.plus(shorter(jittered(shorter(backOff, longest), random), longest));
    }

    /** A feed that is gone is asked once a week, in case it comes back. */
    public Instant afterGone(Instant now, RandomGenerator random) {
        return now.plus(jittered(GONE, random));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration jittered(Duration duration, RandomGenerator random) {
        double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofMillis((long) (duration.toMillis() * factor));
    }
}
