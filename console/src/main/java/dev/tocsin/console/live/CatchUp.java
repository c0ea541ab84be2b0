package dev.tocsin.console.live;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * What a client missed while it was away. After a restart everybody comes back at once, so only a
 * few catch up at a time; whoever was away for very long gets the newest part of it.
 */
final class CatchUp {
    private static final int AT_ONCE = 4;
    private static final long MOST_PER_PARTITION = 2_000;
    private static final int TURNS = 50;
    private static final Duration POLL = Duration.ofMillis(200);

    private final LiveKafka kafka;
    private final Semaphore places = new Semaphore(AT_ONCE);

    CatchUp(LiveKafka kafka) {
        this.kafka = kafka;
    }

    /** The events from one position to another, in the order of each partition. */
    List<LiveEvent> between(ReadPosition from, ReadPosition to) throws InterruptedException {
        Map<TopicPartition, Long> starts = starts(from, to);
        if (starts.isEmpty()) {
            return List.of();
        }
        places.acquire();
        try (Consumer<byte[], byte[]> consumer = kafka.consumer()) {
            consumer.assign(starts.keySet());
            starts.forEach(consumer::seek);
            return read(consumer, to);
        } finally {
            places.release();
        }
    }

    private static Map<TopicPartition, Long> starts(ReadPosition from, ReadPosition to) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        to.next()
                .forEach((partition, end) -> {
                    Long start = from.next().get(partition);
                    if (start != null && start < end) {
                        starts.put(partition, Math.max(start, end - MOST_PER_PARTITION));
                    }
                });
        return starts;
    }

    private List<LiveEvent> read(Consumer<byte[], byte[]> consumer, ReadPosition to) {
        List<LiveEvent> events = new ArrayList<>();
        for (int turn = 0; turn < TURNS && !isThere(consumer, to); turn++) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                LiveEvent event = kafka.event(record);
                if (event != null && record.offset() < end(to, LiveKafka.partition(record))) {
                    events.add(event);
                }
            }
        }
        return events;
    }

    private static boolean isThere(Consumer<byte[], byte[]> consumer, ReadPosition to) {
        return consumer.assignment().stream().allMatch(at -> consumer.position(at) >= end(to, at));
    }

    private static long end(ReadPosition to, TopicPartition partition) {
        return to.next().getOrDefault(partition, 0L);
    }
}
