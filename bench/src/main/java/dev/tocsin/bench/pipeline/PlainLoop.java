package dev.tocsin.bench.pipeline;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The yardstick: copies records from one Kafka topic to another exactly once, and does nothing
 * else. What it reaches is what the broker and the clients allow on this machine.
 */
final class PlainLoop implements AutoCloseable {
    static final String INPUT = "bench.articles.v1";
    static final String OUTPUT = "bench.copies.v1";
    private static final Duration POLL = Duration.ofMillis(10);

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread thread = Thread.ofPlatform().name("plain-loop").unstarted(this::run);
    private volatile boolean stopping;
    private volatile long read;
    private volatile long copied;
    private volatile @Nullable RuntimeException failure;

    private PlainLoop(Map<String, Object> kafka, String group) {
        this.consumer = consumer(kafka, group);
        this.producer = producer(kafka);
    }

    /** Copies everything from the offsets on. */
    static PlainLoop start(
            Map<String, Object> kafka, String group, Map<TopicPartition, Long> from) {
        PlainLoop loop = new PlainLoop(kafka, group);
        loop.consumer.assign(from.keySet());
        from.forEach(loop.consumer::seek);
        loop.producer.initTransactions();
        loop.thread.start();
        return loop;
    }

    private static KafkaConsumer<String, byte[]> consumer(Map<String, Object> kafka, String group) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        return new KafkaConsumer<>(
                properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static KafkaProducer<String, byte[]> producer(Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "bench-plain");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 100);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** Records read, committed or not. */
    long read() {
        check();
        return read;
    }

    /** Records copied and committed. */
    long copied() {
        check();
        return copied;
    }

    private void check() {
        RuntimeException reason = failure;
        if (reason != null) {
            throw new IllegalStateException("the plain loop failed", reason);
        }
    }

    private void run() {
        try {
            while (!stopping) {
                transaction();
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Opens with the first record and commits when the interval is over. */
    private void transaction() {
        var records = consumer.poll(POLL);
        if (records.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        long end = System.nanoTime() + Stand.COMMIT_INTERVAL.toNanos();
        copy(records);
        while (System.nanoTime() < end) {
            copy(consumer.poll(POLL));
        }
        producer.sendOffsetsToTransaction(positions(), consumer.groupMetadata());
        producer.commitTransaction();
        copied = read;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only this thread writes
    private void copy(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            var unused = producer.send(new ProducerRecord<>(OUTPUT, record.key(), record.value()));
        }
        read += records.count();
    }

    private Map<TopicPartition, OffsetAndMetadata> positions() {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            positions.put(partition, new OffsetAndMetadata(consumer.position(partition)));
        }
        return positions;
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.join();
        consumer.close();
        producer.close();
    }
}
