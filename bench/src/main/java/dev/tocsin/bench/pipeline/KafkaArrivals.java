package dev.tocsin.bench.pipeline;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Keys that a reader of committed records finds in a Kafka topic. */
final class KafkaArrivals implements Supplier<Collection<String>>, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaConsumer<String, byte[]> consumer;

    KafkaArrivals(Map<String, Object> kafka, Map<TopicPartition, Long> from) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
    }

    @Override
    public Collection<String> get() {
        List<String> keys = new ArrayList<>();
        consumer.poll(POLL).forEach(record -> keys.add(record.key()));
        return keys;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
