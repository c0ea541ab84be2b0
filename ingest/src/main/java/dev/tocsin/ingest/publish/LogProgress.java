package dev.tocsin.ingest.publish;

import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import java.util.Map;

/** How far a log has been dealt with, to be committed together with what came of it. */
public record LogProgress(
        ConsumerGroupMetadata group, Map<TopicPartition, OffsetAndMetadata> offsets) {
    public LogProgress {
        offsets = Map.copyOf(offsets);
    }
}
