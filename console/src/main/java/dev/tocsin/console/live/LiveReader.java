package dev.tocsin.console.live;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One consumer that passes new records on to the listeners. */
final class LiveReader {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final LiveKafka kafka;
    private final Listeners listeners;

    LiveReader(Consumer<byte[], byte[]> consumer, LiveKafka kafka, Listeners listeners) {
        this.consumer = consumer;
        this.kafka = kafka;
        this.listeners = listeners;
    }

    /**
     * Takes up partitions that are not read yet: where an earlier consumer stopped, else at the
     * end; in full if others were read already, since then the partition itself is new.
     */
    void takeUpPartitions() {
        Set<TopicPartition> fresh = new HashSet<>(LiveKafka.partitions(consumer));
        fresh.removeAll(consumer.assignment());
        if (fresh.isEmpty()) {
            return;
        }
        List<TopicPartition> all = new ArrayList<>(consumer.assignment());
        all.addAll(fresh);
        Map<TopicPartition, Long> known = listeners.position().next();
        consumer.assign(all);
        fresh.forEach(partition -> place(partition, known));
    }

    /** Reads once; true if any partition is read at all. */
    boolean turn() {
        if (consumer.assignment().isEmpty()) {
            return false;
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            pass(record);
        }
        return true;
    }

    private void place(TopicPartition partition, Map<TopicPartition, Long> known) {
        Long next = known.get(partition);
        if (next != null) {
            consumer.seek(partition, next);
        } else if (known.isEmpty()) {
            consumer.seekToEnd(List.of(partition));
        } else {
            consumer.seekToBeginning(List.of(partition));
        }
        listeners.moveTo(partition, consumer.position(partition));
    }

    private void pass(ConsumerRecord<byte[], byte[]> record) {
        LiveEvent event = kafka.event(record);
        synchronized (listeners) {
            listeners.moveTo(LiveKafka.partition(record), record.offset() + 1);
            if (event != null) {
                listeners.publish(event);
            }
        }
    }
}
