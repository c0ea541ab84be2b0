package dev.tocsin.sink.postgres;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/**
 * Stores batches of Kafka records: the rows and the offsets in one database transaction. After any
 * exception the caller asks {@link #begin} again, which tells whether the batch was stored.
 */
final class BatchWriter {
    private final DataSource dataSource;
    private final String clusterId;
    private final ChangeReader reader;
    private final Clock clock;
    private final Runnable alerted;
    private final StoredWork storedWork;
    private final KafkaOffsets offsets;
    private final Map<TopicPartition, Long> started = new HashMap<>();

    /**
     * @param clock plans deliveries
     * @param alerted is run after a commit that stored alerts; has to be quick
     */
    BatchWriter(
            DataSource dataSource,
            String clusterId,
            ChangeReader reader,
            Clock clock,
            Runnable alerted) {
        this.dataSource = dataSource;
        this.clusterId = clusterId;
        this.reader = reader;
        this.clock = clock;
        this.alerted = alerted;
        this.storedWork = new StoredWork(dataSource);
        this.offsets = new KafkaOffsets(clusterId);
    }

    /** Takes charge of partitions: where to read on, for those of which something is stored. */
    Map<TopicPartition, Long> begin(Collection<TopicPartition> partitions) throws SQLException {
        Map<TopicPartition, Long> stored = storedWork.offsets(clusterId);
        stored.keySet().retainAll(partitions);
        for (TopicPartition partition : partitions) {
            started.put(partition, stored.getOrDefault(partition, KafkaOffsets.NONE));
        }
        return stored;
    }

    /** Starts a partition over whose stored offset no longer exists in Kafka. */
    void startOver(TopicPartition partition) throws SQLException, FencedException {
        try (Connection connection = dataSource.getConnection()) {
            offsets.delete(connection, partition, started.getOrDefault(partition, -1L));
        }
        started.put(partition, KafkaOffsets.NONE);
    }

    /** Gives partitions up. */
    void release(Collection<TopicPartition> partitions) {
        started.keySet().removeAll(partitions);
    }

    /** Whether anything is new below the position. */
    boolean isBehind(TopicPartition partition, long position) {
        Long from = started.get(partition);
        return from != null && position > Math.max(from, 0);
    }

    /**
     * Stores the records and moves the offsets. A record that the database refuses goes to the dead
     * letters; to find it the batch is halved and halved again.
     *
     * @param next for each partition in the records the offset behind them, possibly further
     *     partitions
     * @throws FencedException if another writer was here; nothing was stored
     */
    SinkCounts write(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> next)
            throws SQLException, FencedException {
        List<Change> changes = records.stream().map(reader::read).toList();
        try {
            return transaction(changes, next);
        } catch (SQLException e) {
            if (records.isEmpty() || !DataErrors.isDataError(e)) {
                throw e;
            }
            return records.size() == 1
                    ? transaction(List.of(reader.deadLetter(records.getFirst(), e)), next)
                    : writeHalves(records, next);
        }
    }

    private SinkCounts writeHalves(
            List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> next)
            throws SQLException, FencedException {
        List<ConsumerRecord<byte[], byte[]>> first = records.subList(0, records.size() / 2);
        List<ConsumerRecord<byte[], byte[]>> second =
                records.subList(records.size() / 2, records.size());
        SinkCounts counts = write(first, behind(first));
        Map<TopicPartition, Long> rest = new HashMap<>(next);
        rest.entrySet().removeIf(end -> !isBehind(end.getKey(), end.getValue()));
        return counts.plus(write(second, rest));
    }

    private static Map<TopicPartition, Long> behind(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Long> next = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            next.merge(partition, record.offset() + 1, Math::max);
        }
        return next;
    }

    private SinkCounts transaction(List<Change> changes, Map<TopicPartition, Long> next)
            throws SQLException, FencedException {
        Batch batch = Batch.of(changes);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                SinkCounts counts = store(connection, batch, next);
                connection.commit();
                started.putAll(next);
                if (!batch.alerts().isEmpty()) {
                    alerted.run();
                }
                return counts;
            } catch (SQLException | FencedException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private SinkCounts store(Connection connection, Batch batch, Map<TopicPartition, Long> next)
            throws SQLException, FencedException {
        offsets.move(connection, started, next);
        FeedTables.write(connection, batch);
        FeedEventTable.write(connection, clusterId, batch.feedEvents());
        StoryTables.write(connection, batch);
        AlertRuleTable.write(connection, batch.rules());
        DeliveryTables.write(connection, batch.alerts(), clock.instant());
        SinkCounts articles = ArticleTables.write(connection, batch);
        CorrectionTables.write(connection, batch);
        return articles.plus(DeadLetterTable.write(connection, clusterId, batch.letters()))
                .plus(new SinkCounts(0, 0, 0, 0, 0, 1));
    }

    private static void rollBack(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
