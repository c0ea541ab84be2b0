package dev.tocsin.enrich.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The record's time, but never later than now: one article dated ten years ahead would otherwise
 * move stream time past every window. A record without a time takes that of the partition.
 */
public final class ClampedTimestamp implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        if (record.timestamp() < 0) {
            return Math.max(partitionTime, 0);
        }
        return Math.min(record.timestamp(), System.currentTimeMillis());
    }
}
