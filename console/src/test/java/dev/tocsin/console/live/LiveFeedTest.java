package dev.tocsin.console.live;

import static org.awaitility.Awaitility.await;

import dev.tocsin.console.api.Health;

import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

final class LiveFeedTest {
    private final AtomicInteger starts = new AtomicInteger();

    @Test
    void whatNobodyExpectedIsToldInTheHealthAndTriedAgain() {
        try (LiveFeed feed = new LiveFeed(new LiveKafka(this::failsAtFirst, LiveRecords.SERDES))) {
            feed.start();

            await().until(() -> feed.health().state() == Health.State.WAITING);
            await().until(() -> feed.health().state() == Health.State.RUNNING);
        }
    }

    private MockConsumer<byte[], byte[]> failsAtFirst() {
        if (starts.incrementAndGet() == 1) {
            throw new IllegalStateException("the first consumer fails");
        }
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        LiveRecords.kafkaTopic(consumer, 1);
        return consumer;
    }
}
