package dev.tocsin.ingest;

import dev.tocsin.ingest.shard.ShardState;

import java.util.Collection;
import java.util.Collections;

/**
 * @param healthy feeds are being polled, or no partition is this worker's
 * @param text one sentence for people
 */
public record IngestHealth(boolean healthy, String text) {

    static IngestHealth of(boolean running, Collection<ShardState> states) {
        if (!running) {
            return new IngestHealth(false, "not running, no feed is polled; restart ingest");
        }
        int polling = Collections.frequency(states, ShardState.POLLING);
        int away = Collections.frequency(states, ShardState.AWAY);
        if (away > 0) {
            return new IngestHealth(
                    false, "%d of %d shards wait for Kafka".formatted(away, states.size()));
        }
        return new IngestHealth(true, "%d of %d shards polling".formatted(polling, states.size()));
    }
}
