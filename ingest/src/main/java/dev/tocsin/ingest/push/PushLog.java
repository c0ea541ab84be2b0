package dev.tocsin.ingest.push;

import dev.tocsin.ingest.publish.LogProgress;
import dev.tocsin.ingest.publish.RecordReader;
import dev.tocsin.schemas.FeedPush;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The pushes of one partition, from where the last transaction left off. Offsets are kept for a
 * group without members; {@link dev.tocsin.ingest.publish.ShardProducer} commits them together with
 * what came of the pushes. Used by one thread.
 */
public final class PushLog implements AutoCloseable {
    private static final String GROUP = "tocsin-ingest-pushes";

    private static final int MOST_AT_ONCE = 10;

    private final TopicPartition partition;
    private final RecordReader<FeedPush> reader;
    private final KafkaConsumer<String, byte[]> consumer;
    private long readTo;

    public PushLog(int partition, Map<String, Object> kafka, RecordSerdes serdes) {
        this.partition = new TopicPartition(KafkaTopics.FEED_PUSHES.topicName(), partition);
        this.reader = new RecordReader<>(KafkaTopics.FEED_PUSHES, serdes);
        this.consumer =
                new KafkaConsumer<>(
                        properties(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(this.partition));
    }

    private static Map<String, Object> properties(Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE);
        return properties;
    }

    /** Some of what has come, by offset; does not wait. */
    public NavigableMap<Long, FeedPush> read() {
        NavigableMap<Long, FeedPush> pushes = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ZERO)) {
            readTo = record.offset() + 1;
            reader.read(record).ifPresent(push -> pushes.put(record.offset(), push));
        }
        return pushes;
    }

    /** The offset behind what was read; 0 before anything was. */
    public long readTo() {
        return readTo;
    }

    /** What to commit when everything before the offset is done. */
    public LogProgress doneTo(long offset) {
        return new LogProgress(
                consumer.groupMetadata(), Map.of(partition, new OffsetAndMetadata(offset)));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
