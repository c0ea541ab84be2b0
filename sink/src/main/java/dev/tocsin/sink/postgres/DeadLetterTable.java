package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.DeadLetter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes dead letters, those of other parts and the sink's own. */
final class DeadLetterTable {
    private static final String WRITE =
            """
            insert into dead_letter (cluster_id, kafka_topic, kafka_partition, kafka_offset, stage,
                source, error_class, error_text, original_key, original_value, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (cluster_id, kafka_topic, kafka_partition, kafka_offset) do update set
                stage = excluded.stage, source = excluded.source,
                error_class = excluded.error_class, error_text = excluded.error_text,
                original_key = excluded.original_key, original_value = excluded.original_value,
                at = excluded.at
            """;

    private DeadLetterTable() {}

    static SinkCounts write(Connection connection, String clusterId, List<Change.Letter> letters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            for (Change.Letter letter : letters) {
                bind(new Parameters(statement).text(clusterId), letter).add();
            }
            statement.executeBatch();
        }
        long own = letters.stream().filter(Change.Letter::own).count();
        return new SinkCounts(0, 0, 0, letters.size(), own, 0);
    }

    private static Parameters bind(Parameters parameters, Change.Letter row) throws SQLException {
        DeadLetter letter = row.letter();
        return parameters
                .text(row.partition().topic())
                .number(row.partition().partition())
                .number(row.offset())
                .text(letter.getStage())
                .text(letter.getSource())
                .text(letter.getErrorClass())
                .text(letter.getErrorText())
                .bytes(letter.getOriginalKey().orElse(null))
                .bytes(letter.getOriginalValue().orElse(null))
                .time(letter.getAt());
    }
}
