package dev.tocsin.sink.postgres;

import org.apache.kafka.common.TopicPartition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Moves the stored offsets on, inside the transaction that stores the rows. A row moves only from
 * where this writer left it, so whoever slept through a rebalance finds it gone and keeps nothing.
 */
final class KafkaOffsets {
    /** What a writer starts from where no row exists. */
    static final long NONE = -1;

    private static final String INSERT =
            """
            insert into kafka_offset (cluster_id, kafka_topic, kafka_partition, next_offset)
            values (?, ?, ?, ?) on conflict do nothing
            """;

    private static final String UPDATE =
            """
            update kafka_offset set next_offset = ?
            where cluster_id = ? and kafka_topic = ? and kafka_partition = ? and next_offset = ?
            """;

    private static final String DELETE =
            """
            delete from kafka_offset
            where cluster_id = ? and kafka_topic = ? and kafka_partition = ? and next_offset = ?
            """;

    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    private final String clusterId;

    KafkaOffsets(String clusterId) {
        this.clusterId = clusterId;
    }

    /**
     * Moves partitions in a fixed order, so that two writers cannot wait for each other.
     *
     * @param from where this writer left each partition, {@link #NONE} where there is no row
     */
    void move(Connection connection, Map<TopicPartition, Long> from, Map<TopicPartition, Long> next)
            throws SQLException, FencedException {
        Map<TopicPartition, Long> ordered = new TreeMap<>(ORDER);
        ordered.putAll(next);
        for (Map.Entry<TopicPartition, Long> step : ordered.entrySet()) {
            Long start = from.get(step.getKey());
            if (start == null || !moved(connection, step.getKey(), start, step.getValue())) {
                throw new FencedException(step.getKey());
            }
        }
    }

    /** Forgets the row of a partition whose records are gone. */
    void delete(Connection connection, TopicPartition partition, long from)
            throws SQLException, FencedException {
        if (1 != run(connection, DELETE, values(partition, from))) {
            throw new FencedException(partition);
        }
    }

    private boolean moved(Connection connection, TopicPartition partition, long from, long next)
            throws SQLException {
        if (from == NONE) {
            return 1 == run(connection, INSERT, values(partition, next));
        }
        List<Object> values =
                List.of(next, clusterId, partition.topic(), partition.partition(), from);
        return next > from && 1 == run(connection, UPDATE, values);
    }

    private List<Object> values(TopicPartition partition, long offset) {
        return List.of(clusterId, partition.topic(), partition.partition(), offset);
    }

    private static int run(Connection connection, String sql, List<Object> values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.size(); at++) {
                statement.setObject(at + 1, values.get(at));
            }
            return statement.executeUpdate();
        }
    }
}
