package dev.tocsin.console.live;

import static org.awaitility.Awaitility.await;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.NewsStory;

import org.apache.kafka.clients.consumer.MockConsumer;

/** A live feed that tells what a test wants told. */
public final class LiveNews implements AutoCloseable {
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final LiveFeed feed = new LiveFeed(new LiveKafka(() -> consumer, LiveRecords.SERDES));
    private long stories = 100;
    private long alerts = 100;

    public LiveNews() {
        LiveRecords.kafkaTopic(consumer, 1);
        LiveRecords.kafkaTopic(consumer, KafkaTopics.STORIES.topicName(), 1);
        LiveRecords.kafkaTopic(consumer, KafkaTopics.ALERTS.topicName(), 1);
        feed.start();
        await().until(() -> feed.position().next().size() == 3);
    }

    public LiveFeed feed() {
        return feed;
    }

    /** Waits until somebody listens. */
    public void awaitListener() {
        await().until(() -> Integer.valueOf(1).equals(feed.health().details().get("listeners")));
    }

    public void tell(NewsStory story) {
        consumer.addRecord(LiveRecords.record(KafkaTopics.STORIES, stories++, story));
    }

    public void tell(Alert alert) {
        consumer.addRecord(LiveRecords.record(KafkaTopics.ALERTS, alerts++, alert));
    }

    public static NewsStory story(String id, String title) {
        return LiveRecords.story(id, title);
    }

    public static Alert alert(String id, String title) {
        return LiveRecords.alert(id, title);
    }

    @Override
    public void close() {
        feed.close();
    }
}
