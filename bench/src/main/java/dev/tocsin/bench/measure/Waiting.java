package dev.tocsin.bench.measure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what the parts do in their own time. */
public final class Waiting {
    private static final Duration SHORT_PAUSE = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Waiting() {}

    /**
     * Returns within about 2 ms of the condition coming true.
     *
     * @throws IllegalStateException if it does not within five minutes
     */
    public static void until(String what, BooleanSupplier condition) {
        until(what, SHORT_PAUSE, condition);
    }

    /**
     * The same with another pause between two questions, for those that cost the machine something.
     *
     * @throws IllegalStateException if it does not within five minutes
     */
    public static void until(String what, Duration pause, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited five minutes for " + what);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
