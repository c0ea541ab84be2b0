package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.FeedEvent;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes what people should hear about feeds. */
final class FeedEventTable {
    private static final String WRITE =
            """
            insert into feed_event (cluster_id, kafka_partition, kafka_offset, feed_id, feed_url,
                feed_title, at, kind, event_text)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (cluster_id, kafka_partition, kafka_offset) do nothing
            """;

    private FeedEventTable() {}

    static void write(Connection connection, String clusterId, List<Change.FeedTold> rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            for (Change.FeedTold row : rows) {
                bind(new Parameters(statement).text(clusterId), row).add();
            }
            statement.executeBatch();
        }
    }

    private static Parameters bind(Parameters parameters, Change.FeedTold row) throws SQLException {
        FeedEvent event = row.event();
        return parameters
                .number(row.partition())
                .number(row.offset())
                .text(event.getFeedId())
                .text(event.getFeedUrl())
                .text(event.getFeedTitle())
                .time(event.getAt())
                .text(event.getKind().name())
                .text(event.getText());
    }
}
