package dev.tocsin.app.pipeline;

import dev.tocsin.enrich.topology.EnrichStreams;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.sink.postgres.StoredWork;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import javax.sql.DataSource;

/**
 * Tells whether anything is left on the way from ingest to the database. End offsets alone cannot:
 * the last offset of a transaction is a marker that no consumer ever counts as read.
 */
public final class Drain {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final List<KafkaTopics> STORED =
            List.of(
                    KafkaTopics.TAGGED_ARTICLES,
                    KafkaTopics.FEEDS,
                    KafkaTopics.FEED_CURSORS,
                    KafkaTopics.CORRECTIONS,
                    KafkaTopics.STORIES,
                    KafkaTopics.STORY_PLACEMENTS,
                    KafkaTopics.ALERT_RULES,
                    KafkaTopics.ALERTS,
                    KafkaTopics.DEAD_LETTERS);

    private final Map<String, Object> kafka;
    private final DataSource store;

    public Drain(Map<String, Object> kafka, DataSource store) {
        this.kafka = kafka;
        this.store = store;
    }

    /** True if every article has been enriched and every result is in the database. */
    public boolean isEmpty() {
        return !remains(List.of(KafkaTopics.ARTICLES), enriched()) && !remains(STORED, stored());
    }

    private Map<TopicPartition, Long> enriched() {
        Map<TopicPartition, Long> next = new HashMap<>();
        try (Admin admin = Admin.create(kafka)) {
            admin.listConsumerGroupOffsets(EnrichStreams.APPLICATION_ID)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            next.put(partition, offset.offset());
                        }
                    });
            return next;
        } catch (ExecutionException e) {
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    private Map<TopicPartition, Long> stored() {
        try (Admin admin = Admin.create(kafka)) {
            return new StoredWork(store).offsets(admin.describeCluster().clusterId().get());
        } catch (ExecutionException | SQLException e) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    /** True if a committed record lies at or behind the offsets. */
    private boolean remains(List<KafkaTopics> kafkaTopics, Map<TopicPartition, Long> from) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions =
                    kafkaTopics.stream()
                            .flatMap(each -> consumer.partitionsFor(each.topicName()).stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            partitions.forEach(
                    partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> isBefore(consumer, p, ends))) {
                if (!consumer.poll(POLL).isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isBefore(
            KafkaConsumer<?, ?> consumer,
            TopicPartition partition,
            Map<TopicPartition, Long> ends) {
        return consumer.position(partition) < ends.getOrDefault(partition, 0L);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", false);
        properties.put("max.poll.records", 1);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
