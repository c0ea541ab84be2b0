package dev.tocsin.enrich.ahead;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Threads that begin the work on records as soon as a poll has brought them. A record whose work
 * nobody has begun when its turn comes is worked on there and then, so the outcome is the same with
 * any number of helpers, none included.
 */
public final class ReadAhead implements AutoCloseable {
    /** For fewer records it is not worth waking a helper. */
    private static final int FEWEST_RECORDS = 8;

    /** Of one poll's values; bounds what outcomes that wait for their turn can hold. */
    private static final long MOST_BYTES = 1 << 20;

    private final int helpers;
    private final ExecutorService threads;
    private final Map<String, Function<byte[], ?>> works = new ConcurrentHashMap<>();

    /**
     * @param helpers threads; none: everything is done in its turn
     */
    public ReadAhead(int helpers) {
        this.helpers = helpers;
        this.threads =
                Executors.newFixedThreadPool(
                        Math.max(1, helpers),
                        Thread.ofPlatform().daemon().name("tocsin-read-ahead-", 0).factory());
    }

    /** Without a helper. */
    public static ReadAhead none() {
        return new ReadAhead(0);
    }

    /**
     * Reads the values of a Kafka topic as what the work makes of them.
     *
     * @param work a pure function, safe for many threads; what it throws is thrown when the outcome
     *     is asked for
     */
    public <T> Deserializer<Incoming<T>> reading(String kafkaTopic, Function<byte[], T> work) {
        works.put(kafkaTopic, work);
        return new IncomingDeserializer<>(work);
    }

    /** What a consumer's configuration needs for its polls to be read ahead. */
    public Map<String, Object> consumerProperties() {
        return helpers == 0
                ? Map.of()
                : Map.of(
                        ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG,
                        List.of(ReadAheadInterceptor.class),
                        ReadAheadInterceptor.READ_AHEAD,
                        this);
    }

    /** Begins the work on the records and returns them with their pending outcomes. */
    ConsumerRecords<byte[], byte[]> begin(ConsumerRecords<byte[], byte[]> records) {
        Batch batch = new Batch(MOST_BYTES);
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> announced = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            announced.put(partition, announce(records.records(partition), batch));
        }
        if (batch.size() < FEWEST_RECORDS) {
            return records;
        }
        for (int helper = 0; helper < helpers; helper++) {
            threads.execute(batch);
        }
        return new ConsumerRecords<>(announced, records.nextOffsets());
    }

    private List<ConsumerRecord<byte[], byte[]>> announce(
            List<ConsumerRecord<byte[], byte[]>> records, Batch batch) {
        List<ConsumerRecord<byte[], byte[]>> announced = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Function<byte[], ?> work = works.get(record.topic());
            byte[] value = record.value();
            announced.add(
                    work == null || value == null || batch.isFull()
                            ? record
                            : AnnouncedHeaders.on(record, batch.add(work, value)));
        }
        return announced;
    }

    /** Stops the helpers; what they have not begun is done in its turn. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
