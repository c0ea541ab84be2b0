package dev.tocsin.bench.polling;

import dev.tocsin.ingest.publish.FeedRegistry;
import dev.tocsin.ingest.publish.HostPartition;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;
import dev.tocsin.schemas.KafkaTopicSetup;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes feeds into Kafka as if they had been polled for long: due all over the interval. */
final class Registration {
    private static final double ENTRIES_PER_DAY = 24;

    private final Map<String, Object> kafka;
    private final RecordSerdes serdes;

    Registration(Map<String, Object> kafka, RecordSerdes serdes) {
        this.kafka = kafka;
        this.serdes = serdes;
    }

    /**
     * @param start before which nothing is due
     */
    void write(FeedWorld world, Scene scene, int partitions, Instant start) {
        KafkaTopicSetup.ensure(kafka, partitions);
        List<Feed> feeds =
                IntStream.range(0, scene.feeds())
                        .mapToObj(number -> world.feed(number, scene))
                        .toList();
        new FeedRegistry(kafka, serdes).sync(feeds);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < feeds.size(); number++) {
                Feed feed = feeds.get(number);
                Duration wait =
                        scene.interval()
                                .multipliedBy(turn(number, feeds.size()))
                                .dividedBy(feeds.size());
                var unused =
                        producer.send(
                                new ProducerRecord<>(
                                        KafkaTopics.FEED_CURSORS.topicName(),
                                        HostPartition.of(feed.getUrl(), partitions),
                                        feed.getId(),
                                        encoded(
                                                feed,
                                                start.plus(wait),
                                                world.etag(number, start))));
            }
        }
    }

    /** The feeds of one host are due far from each other. */
    private static int turn(int number, int feeds) {
        int round = number % FeedWorld.FEEDS_PER_HOST;
        return round * (feeds / FeedWorld.FEEDS_PER_HOST) + number / FeedWorld.FEEDS_PER_HOST;
    }

    private byte[] encoded(Feed feed, Instant due, String etag) {
        FeedCursor cursor =
                FeedCursor.newBuilder()
                        .setFeedId(feed.getId())
                        .setState(FeedState.HEALTHY)
                        .setEtag(etag)
                        .setLastPollAt(due.minus(Duration.ofHours(1)))
                        .setLastSuccessAt(due.minus(Duration.ofHours(1)))
                        .setLastBodyAt(due.minus(Duration.ofHours(1)))
                        .setNextPollAt(due)
                        .setEntriesPerDay(ENTRIES_PER_DAY)
                        .build();
        return serdes.format().encode(KafkaTopics.FEED_CURSORS, cursor);
    }
}
