package dev.tocsin.sink.postgres;

import org.jspecify.annotations.Nullable;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/** The sink's health, written by its thread and read by anybody. */
final class SinkStatus {
    private final AtomicReference<SinkHealth> health =
            new AtomicReference<>(
                    new SinkHealth(SinkHealth.State.STARTING, "starting", null, SinkCounts.NONE));

    SinkHealth health() {
        return health.get();
    }

    void add(SinkCounts counts) {
        health.updateAndGet(now ->
                new SinkHealth(now.state(), now.text(), now.lag(), now.counts().plus(counts)));
    }

    void running(OptionalLong lag) {
        Long known = lag.isPresent() ? lag.getAsLong() : null;
        set(SinkHealth.State.RUNNING, "storing what Kafka holds", known);
    }

    void waiting(String text) {
        set(SinkHealth.State.WAITING, text, health().lag());
    }

    void stopped() {
        set(SinkHealth.State.STOPPED, "stopped", null);
    }

    private void set(SinkHealth.State state, String text, @Nullable Long lag) {
        health.updateAndGet(now -> new SinkHealth(state, text, lag, now.counts()));
    }
}
