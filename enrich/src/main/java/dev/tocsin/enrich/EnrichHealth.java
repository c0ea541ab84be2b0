package dev.tocsin.enrich;

import dev.tocsin.enrich.topology.EnrichCounters;

import java.time.Duration;

/**
 * @param text one sentence for people
 */
public record EnrichHealth(State state, String text) {
    /** Longer than any rebalance; the stores of a big history may take longer to be read. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** What it is doing. */
    public enum State {
        /** Articles are being tagged, or will be in a moment. */
        RUNNING,
        /** No article has been tagged for a while, which may end by itself. */
        WAITING,
        /** It has given up. */
        FAILED
    }

    static EnrichHealth of(
            boolean isAlive, String state, Duration idleFor, EnrichCounters counters) {
        String counts =
                "%d tagged, %d unchanged, %d dead letters since start"
                        .formatted(
                                counters.taggedCount(),
                                counters.unchangedCount(),
                                counters.deadCount());
        if (!isAlive) {
            return new EnrichHealth(State.FAILED, state + ": " + counts);
        }
        if (idleFor.compareTo(LONG) < 0) {
            return new EnrichHealth(State.RUNNING, state + ": " + counts);
        }
        return new EnrichHealth(
                State.WAITING,
                "%s for %d min, nothing is tagged meanwhile: Kafka has given it no work, or it reads its stores; if this lasts, see \"Nothing is tagged\" in docs/cluster.md. %s"
                        .formatted(state, idleFor.toMinutes(), counts));
    }
}
