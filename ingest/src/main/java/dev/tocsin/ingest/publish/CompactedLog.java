package dev.tocsin.ingest.publish;

import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a compacted Kafka topic to its end, committed records only. */
public final class CompactedLog {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> kafka;
    private final RecordSerdes serdes;

    /**
     * @param kafka client properties: the bootstrap address and what the operator added
     */
    public CompactedLog(Map<String, Object> kafka, RecordSerdes serdes) {
        this.kafka = kafka;
        this.serdes = serdes;
    }

    /** The last value of every key in one partition, tombstoned keys left out. */
    public <T extends SpecificRecord> Snapshot<T> read(KafkaTopics kafkaTopic, int partition) {
        return read(kafkaTopic, List.of(new TopicPartition(kafkaTopic.topicName(), partition)));
    }

    /** The last value of every key in all partitions, tombstoned keys left out. */
    public <T extends SpecificRecord> Snapshot<T> read(KafkaTopics kafkaTopic) {
        try (KafkaConsumer<String, T> consumer = consumer(kafkaTopic)) {
            return read(consumer, partitions(consumer, kafkaTopic));
        }
    }

    private <T extends SpecificRecord> Snapshot<T> read(
            KafkaTopics kafkaTopic, Collection<TopicPartition> partitions) {
        try (KafkaConsumer<String, T> consumer = consumer(kafkaTopic)) {
            return read(consumer, partitions);
        }
    }

    private static <T extends SpecificRecord> Snapshot<T> read(
            KafkaConsumer<String, T> consumer, Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, T> values = new LinkedHashMap<>();
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            consumer.poll(POLL).forEach(record -> apply(values, record));
        }
        Map<Integer, Long> positions = new HashMap<>();
        partitions.forEach(p -> positions.put(p.partition(), consumer.position(p)));
        return new Snapshot<>(values, positions);
    }

    private static <T> void apply(Map<String, T> values, ConsumerRecord<String, T> record) {
        if (record.value() == null) {
            values.remove(record.key());
        } else {
            values.put(record.key(), record.value());
        }
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<?, ?> consumer, KafkaTopics kafkaTopic) {
        return consumer.partitionsFor(kafkaTopic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private <T extends SpecificRecord> KafkaConsumer<String, T> consumer(KafkaTopics kafkaTopic) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(
                properties, new StringDeserializer(), serdes.deserializer(kafkaTopic));
    }

    /**
     * @param values by key
     * @param positions by partition: the offset behind the last record read
     */
    public record Snapshot<T>(Map<String, T> values, Map<Integer, Long> positions) {}
}
