package dev.tocsin.bench.pipeline;

import dev.tocsin.schemas.KafkaTopics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** How far Kafka topics and consumer groups are. */
final class Offsets implements AutoCloseable {
    private final Admin admin;

    Offsets(Map<String, Object> kafka) {
        this.admin = Admin.create(kafka);
    }

    void create(String... names) {
        List<NewTopic> wanted =
                Arrays.stream(names)
                        .map(name ->
                                new NewTopic(
                                        name,
                                        Optional.of(KafkaTopics.DEFAULT_PARTITIONS),
                                        Optional.empty()))
                        .toList();
        get(admin.createTopics(wanted).all());
    }

    static List<TopicPartition> partitions(String kafkaTopicName) {
        return IntStream.range(0, KafkaTopics.DEFAULT_PARTITIONS)
                .mapToObj(number -> new TopicPartition(kafkaTopicName, number))
                .toList();
    }

    /** The offsets that the next records will have. */
    Map<TopicPartition, Long> ends(String kafkaTopicName) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        get(admin.describeTopics(List.of(kafkaTopicName)).allTopicNames())
                .values()
                .forEach(topic ->
                        topic.partitions()
                                .forEach(each ->
                                        wanted.put(
                                                new TopicPartition(topic.name(), each.partition()),
                                                OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        get(admin.listOffsets(wanted).all())
                .forEach((partition, found) -> ends.put(partition, found.offset()));
        return ends;
    }

    /** True once the group has committed everything below the offsets, and so its output. */
    boolean hasCommitted(String group, Map<TopicPartition, Long> ends) {
        var committed = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return ends.entrySet().stream()
                .allMatch(end -> {
                    var offset = committed.get(end.getKey());
                    return offset != null && offset.offset() >= end.getValue();
                });
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refuses: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
