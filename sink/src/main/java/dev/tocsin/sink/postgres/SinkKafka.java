package dev.tocsin.sink.postgres;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The sink's Kafka clients. */
final class SinkKafka {
    static final String GROUP = "tocsin-sink";
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private SinkKafka() {}

    /**
     * The broker answers as soon as there is anything, so that no alert waits for articles. Batches
     * fill by themselves: what the stream commits comes at once, and more while one is stored.
     */
    static KafkaConsumer<byte[], byte[]> consumer(SinkSettings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafkaProperties());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchRecords());
        properties.put(
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) settings.idleWait().toMillis());
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Tells one Kafka from the next: offsets of a discarded cluster mean nothing to a new one. */
    static String clusterId(SinkSettings settings) {
        try (Admin admin = Admin.create(settings.kafkaProperties())) {
            return admin.describeCluster()
                    .clusterId()
                    .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException("the cluster does not tell its id", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the cluster does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking for the cluster's id", e);
        }
    }
}
