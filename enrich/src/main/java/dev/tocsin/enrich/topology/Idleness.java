package dev.tocsin.enrich.topology;

import org.apache.kafka.streams.KafkaStreams;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a stream has not been running; it begins idle. */
final class Idleness implements KafkaStreams.StateListener {
    private final LongSupplier nanoTime;
    private boolean isRunning;
    private long since;

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    Idleness(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    @Override
    public synchronized void onChange(KafkaStreams.State after, KafkaStreams.State before) {
        boolean runs = after == KafkaStreams.State.RUNNING;
        if (isRunning && !runs) {
            since = nanoTime.getAsLong();
        }
        isRunning = runs;
    }

    /** Zero while it runs. */
    synchronized Duration lasts() {
        return isRunning ? Duration.ZERO : Duration.ofNanos(nanoTime.getAsLong() - since);
    }
}
