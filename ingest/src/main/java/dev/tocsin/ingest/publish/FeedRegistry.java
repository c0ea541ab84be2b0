package dev.tocsin.ingest.publish;

import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Keeps the registry of feeds on Kafka equal to a feed list. */
public final class FeedRegistry {
    private final Map<String, Object> kafka;
    private final RecordSerdes serdes;

    /**
     * @param kafka client properties: the bootstrap address and what the operator added
     */
    public FeedRegistry(Map<String, Object> kafka, RecordSerdes serdes) {
        this.kafka = kafka;
        this.serdes = serdes;
    }

    /**
     * Publishes the differences: new and changed feeds, tombstones for feeds no longer listed. The
     * cursors stay, so a feed that returns to the list goes on where it was.
     *
     * @throws KafkaException if not all of them arrived; the next call sends what is missing
     */
    public Changes sync(List<Feed> list) {
        Map<String, Feed> registered =
                new CompactedLog(kafka, serdes).<Feed>read(KafkaTopics.FEEDS).values();
        Map<String, Feed> wanted = new LinkedHashMap<>();
        list.forEach(feed -> wanted.put(feed.getId(), feed));
        List<Feed> toPublish =
                wanted.values().stream()
                        .filter(feed -> !feed.equals(registered.get(feed.getId())))
                        .toList();
        List<Feed> toRemove =
                registered.values().stream()
                        .filter(feed -> !wanted.containsKey(feed.getId()))
                        .toList();
        if (!toPublish.isEmpty() || !toRemove.isEmpty()) {
            publish(toPublish, toRemove);
        }
        return new Changes(toPublish.size(), toRemove.size());
    }

    private void publish(List<Feed> changed, List<Feed> removed) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            int partitions = producer.partitionsFor(KafkaTopics.FEEDS.topicName()).size();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            changed.forEach(
                    feed -> sent.add(producer.send(record(feed, partitions, encoded(feed)))));
            removed.forEach(feed -> sent.add(producer.send(record(feed, partitions, null))));
            producer.flush();
            sent.forEach(FeedRegistry::await);
        }
    }

    /** A flush does not tell whether the records arrived. */
    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("a feed could not be registered: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private byte[] encoded(Feed feed) {
        return serdes.format().encode(KafkaTopics.FEEDS, feed);
    }

    private static ProducerRecord<String, byte @Nullable []> record(
            Feed feed, int partitions, byte @Nullable [] value) {
        return new ProducerRecord<>(
                KafkaTopics.FEEDS.topicName(),
                HostPartition.of(feed.getUrl(), partitions),
                feed.getId(),
                value);
    }

    private KafkaProducer<String, byte[]> producer() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * @param published feeds that were new or different
     * @param removed feeds that left the list
     */
    public record Changes(int published, int removed) {}
}
