package dev.tocsin.ingest.push;

import dev.tocsin.schemas.FeedPush;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Hands on what hubs say to the owners of the feeds. Safe for many threads. */
final class PushPublisher implements Callback.Owners, AutoCloseable {
    private static final int PATIENCE_MILLIS = 2_000;
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final RecordSerdes serdes;
    private final KafkaProducer<String, byte[]> producer;

    PushPublisher(Map<String, Object> kafka, RecordSerdes serdes) {
        this.serdes = serdes;
        this.producer =
                new KafkaProducer<>(
                        properties(kafka), new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> properties(Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        return properties;
    }

    @Override
    public void publish(int partition, FeedPush push) {
        byte[] value = serdes.format().encode(KafkaTopics.FEED_PUSHES, push);
        try {
            producer.send(
                            new ProducerRecord<>(
                                    KafkaTopics.FEED_PUSHES.topicName(),
                                    partition,
                                    push.getFeedId(),
                                    value))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("a push could not be handed on: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
