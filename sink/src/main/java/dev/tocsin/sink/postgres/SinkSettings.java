package dev.tocsin.sink.postgres;

import java.time.Duration;
import java.util.Map;

/**
 * How the sink reads and writes.
 *
 * @param kafkaProperties client properties, at least {@code bootstrap.servers}; what the sink's
 *     guarantees rest on is set over them
 * @param batchRecords most records in one database transaction
 * @param idleWait how long the broker holds a request while there is nothing
 */
public record SinkSettings(
        Map<String, Object> kafkaProperties, int batchRecords, Duration idleWait) {
    private static final int BATCH_RECORDS = 2_000;
    private static final Duration IDLE_WAIT = Duration.ofMillis(500);

    public SinkSettings {
        kafkaProperties = Map.copyOf(kafkaProperties);
    }

    /** Batches of up to 2,000 records. */
    public SinkSettings(Map<String, Object> kafkaProperties) {
        this(kafkaProperties, BATCH_RECORDS, IDLE_WAIT);
    }
}
