package dev.tocsin.ingest.publish;

import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Publishes what polls found: articles, dead letters and cursors of many polls in one Kafka
 * transaction. The transactional id belongs to the partition, so opening a new one for the same
 * partition fences whoever had it before.
 */
public final class ShardProducer implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final int partition;
    private final RecordSerdes serdes;
    private final KafkaProducer<String, byte[]> producer;

    /** Opens the partition for writing and fences its former owner. Blocks until that is done. */
    public ShardProducer(int partition, Map<String, Object> kafka, RecordSerdes serdes) {
        this.partition = partition;
        this.serdes = serdes;
        this.producer =
                new KafkaProducer<>(
                        properties(partition, kafka),
                        new StringSerializer(),
                        new ByteArraySerializer());
        initialise();
    }

    private void initialise() {
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private static Map<String, Object> properties(int partition, Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "ingest-" + partition);
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        return properties;
    }

    /**
     * Publishes all or nothing.
     *
     * @throws ProducerFencedException if another worker has taken the partition over
     * @throws KafkaException if the transaction failed or its outcome is unknown; close this
     *     producer, open a new one and read the cursors again
     */
    public void publish(List<PollResult> results) {
        producer.beginTransaction();
        for (PollResult result : results) {
            result.articles().forEach(this::send);
            result.deadLetters().forEach(letter -> send(result, letter));
            sendCursor(result);
        }
        producer.commitTransaction();
    }

    private void send(Article article) {
        send(
                KafkaTopics.ARTICLES,
                null,
                recordTime(article).toEpochMilli(),
                article.getId(),
                article);
    }

    private void send(PollResult result, DeadLetter letter) {
        send(KafkaTopics.DEAD_LETTERS, null, null, result.feed().getId(), letter);
    }

    private void sendCursor(PollResult result) {
        send(KafkaTopics.FEED_CURSORS, partition, null, result.feed().getId(), result.cursor());
    }

    private void send(
            KafkaTopics kafkaTopic,
            @Nullable Integer toPartition,
            @Nullable Long timestamp,
            String key,
            SpecificRecord value) {
        byte[] bytes = serdes.format().encode(kafkaTopic, value);
        producer.send(
                new ProducerRecord<>(kafkaTopic.topicName(), toPartition, timestamp, key, bytes));
    }

    /** A claimed date in the future would move stream time past every window. */
    private static Instant recordTime(Article article) {
        Instant observed = article.getObservedAt();
        return article.getPublishedAt()
                .filter(claimed -> claimed.isBefore(observed) && claimed.toEpochMilli() >= 0)
                .orElse(observed);
    }

    /** Aborts what is open and lets go. */
    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
