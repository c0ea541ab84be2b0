package dev.tocsin.console.record;

import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Writes what people have decided to Kafka. Safe for use by many threads. */
public final class RecordWriter implements AutoCloseable {
    private static final int PATIENCE = 10_000;
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Supplier<Producer<String, byte[]>> producers;
    private final RecordSerdes serdes;
    private @Nullable Producer<String, byte[]> producer;

    /**
     * @param kafkaProperties client properties, at least {@code bootstrap.servers}; connects with
     *     the first record
     */
    public RecordWriter(Map<String, Object> kafkaProperties, RecordSerdes serdes) {
        this(() -> newProducer(kafkaProperties), serdes);
    }

    /** With a producer of one's own. */
    public RecordWriter(Supplier<Producer<String, byte[]>> producers, RecordSerdes serdes) {
        this.producers = producers;
        this.serdes = serdes;
    }

    /**
     * Returns once Kafka has the record for good.
     *
     * @param value null for a tombstone
     * @throws UnwrittenException if Kafka has not taken it within ten seconds or so
     */
    public void write(KafkaTopics kafkaTopic, String key, @Nullable SpecificRecord value) {
        byte[] bytes = serdes.serializer(kafkaTopic).serialize(kafkaTopic.topicName(), value);
        try {
            producer().send(new ProducerRecord<>(kafkaTopic.topicName(), key, bytes)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnwrittenException("interrupted while Kafka was written to", e);
        } catch (ExecutionException | KafkaException e) {
            throw new UnwrittenException("Kafka did not take the record: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(STOP);
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        Producer<String, byte[]> open = producer;
        if (open == null) {
            open = producers.get();
            producer = open;
        }
        return open;
    }

    private static Producer<String, byte[]> newProducer(Map<String, Object> kafkaProperties) {
        Map<String, Object> properties = new HashMap<>(kafkaProperties);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE / 2);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }
}
