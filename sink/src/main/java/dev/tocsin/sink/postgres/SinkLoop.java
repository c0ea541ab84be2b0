package dev.tocsin.sink.postgres;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One consumer and what it reads. Partitions are paused until their place is known from the
 * database; after a failure all of them are again, so nothing is ever held in memory between two
 * turns and going on always means asking the database how far it came.
 */
final class SinkLoop implements ConsumerRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(SinkLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final BatchWriter writer;
    private final Backoff backoff;
    private final SinkStatus status;
    private final Set<TopicPartition> unplaced = new HashSet<>();

    SinkLoop(
            Consumer<byte[], byte[]> consumer,
            BatchWriter writer,
            Backoff backoff,
            SinkStatus status) {
        this.consumer = consumer;
        this.writer = writer;
        this.backoff = backoff;
        this.status = status;
    }

    void subscribe() {
        consumer.subscribe(ChangeReader.SOURCES.keySet(), this);
    }

    /** Reads once and stores what came. */
    void turn() {
        try {
            placeIfDue();
            store(consumer.poll(POLL));
        } catch (FencedException e) {
            rejoin(e);
        } catch (SQLException e) {
            waitForDatabase(e);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        unplaced.addAll(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        unplaced.removeAll(partitions);
        writer.release(partitions);
    }

    private void placeIfDue() throws SQLException, FencedException {
        if (unplaced.isEmpty() || !backoff.isOver()) {
            return;
        }
        Set<TopicPartition> partitions = Set.copyOf(unplaced);
        Map<TopicPartition, Long> stored = writer.begin(partitions);
        Map<TopicPartition, Long> first = consumer.beginningOffsets(stored.keySet());
        Map<TopicPartition, Long> end = consumer.endOffsets(stored.keySet());
        for (TopicPartition partition : partitions) {
            Long offset = stored.get(partition);
            if (offset == null || isGone(partition, offset, end)) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                reportDeleted(partition, offset, first);
                consumer.seek(partition, offset);
            }
        }
        unplaced.removeAll(partitions);
        consumer.resume(partitions);
    }

    private boolean isGone(TopicPartition partition, long offset, Map<TopicPartition, Long> end)
            throws SQLException, FencedException {
        if (offset <= end.getOrDefault(partition, Long.MAX_VALUE)) {
            return false;
        }
        log.atWarn()
                .addKeyValue("kafkaTopic", partition.topic())
                .addKeyValue("partition", partition.partition())
                .addKeyValue("offset", offset)
                .log(
                        "stored offset lies beyond the end, so the Kafka topic is another one; reading it from its beginning");
        writer.startOver(partition);
        return true;
    }

    private static void reportDeleted(
            TopicPartition partition, long offset, Map<TopicPartition, Long> first) {
        long missing = first.getOrDefault(partition, 0L) - offset;
        if (missing > 0) {
            log.atWarn()
                    .addKeyValue("kafkaTopic", partition.topic())
                    .addKeyValue("partition", partition.partition())
                    .addKeyValue("offset", offset)
                    .addKeyValue("missing", missing)
                    .log(
                            "Kafka deleted records before they were stored; longer retention or an earlier start of the sink avoids this");
        }
    }

    private void store(ConsumerRecords<byte[], byte[]> records)
            throws SQLException, FencedException {
        Map<TopicPartition, Long> next = progress();
        if (!next.isEmpty()) {
            List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(records.count());
            records.forEach(batch::add);
            status.add(writer.write(batch, next));
        }
        if (unplaced.isEmpty()) {
            backoff.succeeded();
            status.running(lag());
        }
    }

    /** Positions move past transaction markers too, hence not just what the records say. */
    private Map<TopicPartition, Long> progress() {
        Map<TopicPartition, Long> next = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            if (!unplaced.contains(partition)) {
                long position = consumer.position(partition);
                if (writer.isBehind(partition, position)) {
                    next.put(partition, position);
                }
            }
        }
        return next;
    }

    private OptionalLong lag() {
        long sum = 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong lag = consumer.currentLag(partition);
            if (lag.isEmpty()) {
                return lag;
            }
            sum += lag.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    private void rejoin(FencedException e) {
        log.atWarn()
                .addKeyValue("reason", e.getMessage())
                .log("batch given up and group joined again");
        writer.release(Set.copyOf(consumer.assignment()));
        unplaced.clear();
        consumer.unsubscribe();
        subscribe();
    }

    private void waitForDatabase(SQLException e) {
        consumer.pause(consumer.assignment());
        unplaced.addAll(consumer.assignment());
        Duration wait = backoff.failed();
        log.atWarn()
                .addKeyValue("reason", Reasons.of(e))
                .addKeyValue("retryInMillis", wait.toMillis())
                .log("PostgreSQL does not take the batch");
        status.waiting(
                "PostgreSQL does not take the batch: %s. Kafka keeps the records meanwhile; trying again every %d s at most."
                        .formatted(Reasons.of(e), Backoff.LONGEST.toSeconds()));
    }
}
