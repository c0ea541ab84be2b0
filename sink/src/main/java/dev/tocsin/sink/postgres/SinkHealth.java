package dev.tocsin.sink.postgres;

import org.jspecify.annotations.Nullable;

/**
 * How the sink is.
 *
 * @param text one sentence for people
 * @param lag Kafka records still to be stored, null if unknown
 */
public record SinkHealth(State state, String text, @Nullable Long lag, SinkCounts counts) {

    /** What the sink is doing. */
    public enum State {
        STARTING,
        RUNNING,
        /** Kafka or PostgreSQL is away; the sink tries again by itself. */
        WAITING,
        STOPPED
    }
}
