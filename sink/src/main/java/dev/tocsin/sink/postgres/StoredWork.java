package dev.tocsin.sink.postgres;

import org.apache.kafka.common.TopicPartition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

/** How far the database has come, by Kafka partition. */
public final class StoredWork {
    private static final String OFFSETS =
            """
            select kafka_topic, kafka_partition, next_offset from kafka_offset
            where cluster_id = ?
            """;

    private final DataSource dataSource;

    public StoredWork(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The first offset of each partition that is not stored yet; partitions of which nothing is
     * stored are missing.
     *
     * @param clusterId of the Kafka cluster that the offsets belong to
     */
    public Map<TopicPartition, Long> offsets(String clusterId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OFFSETS)) {
            statement.setString(1, clusterId);
            return read(statement);
        }
    }

    private static Map<TopicPartition, Long> read(PreparedStatement statement) throws SQLException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                TopicPartition partition = new TopicPartition(rows.getString(1), rows.getInt(2));
                offsets.put(partition, rows.getLong(3));
            }
        }
        return offsets;
    }
}
