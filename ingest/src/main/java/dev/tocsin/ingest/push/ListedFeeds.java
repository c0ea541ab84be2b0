package dev.tocsin.ingest.push;

import dev.tocsin.ingest.publish.RecordReader;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which feeds of the whole cluster are polled, and in which partition each lies: a hub may reach
 * any process, whoever owns the feed.
 */
final class ListedFeeds implements Callback.Feeds, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ListedFeeds.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Map<String, Object> kafka;
    private final RecordReader<Feed> reader;
    private final Map<String, Integer> partitions = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofVirtual().name("websub-feeds").unstarted(this::run);
    private volatile boolean loaded;
    private volatile boolean stopping;

    ListedFeeds(Map<String, Object> kafka, RecordSerdes serdes) {
        this.kafka = kafka;
        this.reader = new RecordReader<>(KafkaTopics.FEEDS, serdes);
    }

    void start() {
        thread.start();
    }

    @Override
    public boolean isLoaded() {
        return loaded;
    }

    @Override
    public Optional<Integer> partition(String feedId) {
        return Optional.ofNullable(partitions.get(feedId));
    }

    private void run() {
        while (!stopping) {
            try (KafkaConsumer<String, byte[]> consumer = consumer()) {
                follow(consumer);
            } catch (RuntimeException e) {
                loaded = false;
                log.atWarn().addKeyValue("error", e.toString()).log("feed list lost, reading anew");
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> all =
                consumer.partitionsFor(KafkaTopics.FEEDS.topicName()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        partitions.clear();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        while (!stopping) {
            consumer.poll(POLL).forEach(this::apply);
            loaded =
                    loaded
                            || all.stream()
                                    .allMatch(
                                            p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        boolean isPolled =
                record.value() != null && reader.read(record).filter(Feed::getEnabled).isPresent();
        if (isPolled) {
            partitions.put(record.key(), record.partition());
        } else {
            partitions.remove(record.key());
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException _) {
            stopping = true;
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(
                properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        stopping = true;
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(GRACE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
