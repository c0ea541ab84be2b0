package dev.tocsin.ingest.shard;

import java.time.Duration;
import java.util.Map;

/**
 * @param kafka client properties: the bootstrap address and what the operator added
 * @param maxInFlight fetches under way at once, over all shards of this process; as many again of
 *     feeds in trouble
 * @param hostSpacing pause between two requests to one host
 * @param pollAllNow poll every enabled feed at once on opening, whatever its cursor says; a
 *     server's wish to be left alone still counts
 */
public record ShardSettings(
        Map<String, Object> kafka, int maxInFlight, Duration hostSpacing, boolean pollAllNow) {

    public ShardSettings {
        kafka = Map.copyOf(kafka);
    }
}
