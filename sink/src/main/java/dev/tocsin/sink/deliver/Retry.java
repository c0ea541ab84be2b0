package dev.tocsin.sink.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed delivery is tried again: after a random part of 5 seconds, of three times that, and
 * so on up to four hours ("full jitter", Brooker, AWS Architecture Blog 2015), or when the receiver
 * asks for it if that is later; until three days have passed since the first attempt.
 */
public final class Retry {
    /** From the first attempt to giving up. */
    public static final Duration PATIENCE = Duration.ofDays(3);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration LONGEST_WISH = Duration.ofHours(24);
    private static final int GROWTH = 3;
    private static final int STEPS = 8;

    private final RandomGenerator random;

    public Retry(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The moment of the next attempt; empty where patience ends before it.
     *
     * @param failures attempts so far, at least 1
     * @param since the first attempt
     * @param wish the receiver's Retry-After; more than a day counts as a day
     */
    public Optional<Instant> next(
            Instant now, int failures, Instant since, Optional<Duration> wish) {
        Duration wait = jittered(longest(failures));
        Duration asked = wish.filter(each -> !each.isNegative()).orElse(Duration.ZERO);
        Duration heeded = asked.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : asked;
        Instant next = now.plus(heeded.compareTo(wait) > 0 ? heeded : wait);
        return next.isAfter(since.plus(PATIENCE)) ? Optional.empty() : Optional.of(next);
    }

    /** The longest wait after so many failures. */
    static Duration longest(int failures) {
        int steps = Math.clamp(failures - 1L, 0, STEPS);
        Duration wait = FIRST.multipliedBy((long) Math.pow(GROWTH, steps));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private Duration jittered(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis()) + 1);
    }
}
