package dev.tocsin.sink.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes whoever rests; many rings before the next rest are one. */
final class Bell {
    private final Semaphore rings = new Semaphore(0);

    /** Cheap, from any thread. */
    void ring() {
        if (rings.availablePermits() == 0) {
            rings.release();
        }
    }

    /** Returns when it rings, at once if it has rung, and after the longest rest in any case. */
    void rest(Duration longest) throws InterruptedException {
        if (rings.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            rings.drainPermits();
        }
    }
}
