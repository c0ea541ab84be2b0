package dev.tocsin.console.api;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

/** What could not be processed. */
final class DeadLetterQueries {
    private static final String NEWEST =
            """
            select kafka_topic, kafka_partition, kafka_offset, stage, source, error_class,
                error_text, original_key, length(original_value)::bigint as original_bytes, at
            from dead_letter
            order by at desc, kafka_topic desc, kafka_partition desc, kafka_offset desc
            limit :limit
            """;

    private final Reader reader;

    DeadLetterQueries(DataSource dataSource) {
        this.reader = new Reader(dataSource);
    }

    /** The newest dead letters. */
    List<DeadLetterView> newest(int limit) {
        return reader.read(handle ->
                handle.createQuery(NEWEST).bind("limit", limit).map((row, _) -> view(row)).list());
    }

    private static DeadLetterView view(ResultSet row) throws SQLException {
        return new DeadLetterView(
                "%s-%d@%d"
                        .formatted(
                                row.getString("kafka_topic"),
                                row.getInt("kafka_partition"),
                                row.getLong("kafka_offset")),
                row.getString("stage"),
                row.getString("source"),
                row.getString("error_class"),
                row.getString("error_text"),
                text(row.getBytes("original_key")),
                size(row),
                Reader.instant(row, "at"));
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable Long size(ResultSet row) throws SQLException {
        long size = row.getLong("original_bytes");
        return row.wasNull() ? null : size;
    }
}
