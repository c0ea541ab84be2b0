package dev.tocsin.ingest.publish;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes what polls found: articles, dead letters and cursors of many polls in one Kafka
 * transaction. The transactional id belongs to the partition, so opening a new one for the same
 * partition fences whoever had it before.
 */
public final class ShardProducer implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final KafkaProducer<String, byte[]> producer;

    /** Opens the partition for writing and fences its former owner. Blocks until that is done. */
    public ShardProducer(int partition, Map<String, Object> kafka) {
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
        } catch (RuntimeException e) {
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
     * @throws KafkaException if the transaction failed or its outcome is unknown; close this
     *     producer, and unless it {@linkplain #isFenced is fenced} open a new one and read the
     *     cursors again
     */
    public void publish(List<PollRecords> polls) {
        publish(polls, Optional.empty());
    }

    /** The same together with how far another log has been dealt with. */
    public void publish(List<PollRecords> polls, Optional<LogProgress> progress) {
        producer.beginTransaction();
        polls.forEach(poll -> poll.records().forEach(this::send));
        progress.ifPresent(done -> producer.sendOffsetsToTransaction(done.offsets(), done.group()));
        producer.commitTransaction();
    }

    /** Its failure comes to light in the commit. */
    private void send(ProducerRecord<String, byte[]> record) {
        var unused = producer.send(record);
    }

    /**
     * Whether a failure means that another worker may have the partition now. Opening a new
     * producer at once would throw that worker out again: ask the group first.
     */
    public static boolean isFenced(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException
                    || cause instanceof InvalidProducerEpochException) {
                return true;
            }
        }
        return false;
    }

    /** Aborts what is open and lets go. */
    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
