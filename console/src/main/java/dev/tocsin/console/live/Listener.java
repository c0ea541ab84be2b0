package dev.tocsin.console.live;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody who listens. Whoever does not take events as fast as they come is let go. */
final class Listener {
    private final BlockingQueue<LiveEvent> events;
    private final ReadPosition start;
    private volatile boolean dropped;

    Listener(ReadPosition start, int mostWaiting) {
        this.start = start;
        this.events = new ArrayBlockingQueue<>(mostWaiting);
    }

    /** Where the events begin. */
    ReadPosition start() {
        return start;
    }

    void offer(LiveEvent event) {
        if (!events.offer(event)) {
            drop();
        }
    }

    void drop() {
        dropped = true;
    }

    boolean isDropped() {
        return dropped;
    }

    /** The next event; null if none came in time. */
    @Nullable LiveEvent next(Duration wait) throws InterruptedException {
        return events.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
