package dev.tocsin.sink.postgres;

import java.time.Duration;
import java.util.Map;

/**
 * How the sink reads and writes.
 *
 * @param kafkaProperties client properties, at least {@code bootstrap.servers}; what the sink's
 *     guarantees rest on is set over them
 * @param batchRecords most records in one database transaction
 * @param batchWait longest wait for a batch to fill
 */
public record SinkSettings(
        Map<String, Object> kafkaProperties, int batchRecords, Duration batchWait) {
    private static final int BATCH_RECORDS = 2_000;
    private static final Duration BATCH_WAIT = Duration.ofMillis(100);

    public SinkSettings {
        kafkaProperties = Map.copyOf(kafkaProperties);
    }

    /** Batches of up to 2,000 records or 100 ms. */
    public SinkSettings(Map<String, Object> kafkaProperties) {
        this(kafkaProperties, BATCH_RECORDS, BATCH_WAIT);
    }
}
