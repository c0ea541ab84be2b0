package dev.tocsin.sink.postgres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Waits between attempts: a second, doubling to half a minute, each shortened by up to a half. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final Clock clock;
    private final RandomGenerator random;
    private Duration step = FIRST;
    private Instant until = Instant.MIN;

    Backoff(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Notes a failure; returns the wait before the next attempt. */
    Duration failed() {
        Duration wait = step.dividedBy(2).plusMillis(random.nextLong(step.toMillis() / 2 + 1));
        until = clock.instant().plus(wait);
        Duration doubled = step.multipliedBy(2);
        step = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }

    void succeeded() {
        step = FIRST;
        until = Instant.MIN;
    }

    boolean isOver() {
        return !clock.instant().isBefore(until);
    }
}
