package dev.tocsin.ingest.publish;

import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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
    private static final int IDLE_POLLS = 150;

    private final Map<String, Object> kafka;
    private final RecordSerdes serdes;

    /**
     * @param kafka client properties: the bootstrap address and what the operator added
     */
    public CompactedLog(Map<String, Object> kafka, RecordSerdes serdes) {
        this.kafka = kafka;
        this.serdes = serdes;
    }

    /**
     * The last value of every key in one partition; tombstoned keys and unreadable values left out.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka brings nothing for half a minute
     */
    public <T extends SpecificRecord> Snapshot<T> read(KafkaTopics kafkaTopic, int partition) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return read(
                    consumer,
                    List.of(new TopicPartition(kafkaTopic.topicName(), partition)),
                    new RecordReader<>(kafkaTopic, serdes));
        }
    }

    /** The same of all partitions. */
    public <T extends SpecificRecord> Snapshot<T> read(KafkaTopics kafkaTopic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return read(
                    consumer,
                    partitions(consumer, kafkaTopic),
                    new RecordReader<>(kafkaTopic, serdes));
        }
    }

    private static <T extends SpecificRecord> Snapshot<T> read(
            KafkaConsumer<String, byte[]> consumer,
            Collection<TopicPartition> partitions,
            RecordReader<T> reader) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<String, ConsumerRecord<String, byte[]>> last = readToEnd(consumer, partitions);
        Map<String, T> values = new LinkedHashMap<>();
        last.forEach(
                (key, record) -> reader.read(record).ifPresent(value -> values.put(key, value)));
        Map<Integer, Long> positions = new HashMap<>();
        partitions.forEach(p -> positions.put(p.partition(), consumer.position(p)));
        return new Snapshot<>(values, positions);
    }

    private static Map<String, ConsumerRecord<String, byte[]>> readToEnd(
            KafkaConsumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, ConsumerRecord<String, byte[]>> last = new LinkedHashMap<>();
        long position = -1;
        int idle = 0;
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            consumer.poll(POLL).forEach(record -> apply(last, record));
            long before = position;
            position = partitions.stream().mapToLong(consumer::position).sum();
            idle = position == before ? idle + 1 : 0;
            if (idle > IDLE_POLLS) {
                throw new TimeoutException(
                        "Kafka brings no more records of %s, though there are".formatted(ends));
            }
        }
        return last;
    }

    private static void apply(
            Map<String, ConsumerRecord<String, byte[]>> last,
            ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            last.remove(record.key());
        } else {
            last.put(record.key(), record);
        }
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<?, ?> consumer, KafkaTopics kafkaTopic) {
        return consumer.partitionsFor(kafkaTopic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(
                properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * @param values by key
     * @param positions by partition: the offset behind the last record read
     */
    public record Snapshot<T>(Map<String, T> values, Map<Integer, Long> positions) {}
}
