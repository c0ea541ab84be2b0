package dev.tocsin.sink.postgres;

import dev.tocsin.sink.alert.EvidenceText;
import dev.tocsin.sink.alert.StoredAlert;

import org.jspecify.annotations.Nullable;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads alerts from their table. */
final class AlertRows {
    /** What {@link #read} needs. */
    static final String COLUMNS =
            """
            alert.id, alert.sequence, alert.kind, alert.rule_id, alert.rule_name,
            alert.rule_version, alert.subject, alert.title, alert.alert_text, alert.raised_at,
            alert.updated_at, alert.first_seen, alert.articles, alert.independent_origins,
            alert.story_articles, alert.conflict_topics, alert.event_types, alert.countries,
            alert.languages, alert.taxonomy_version, alert.evidence, alert.ended_at
            """;

    private AlertRows() {}

    static StoredAlert read(ResultSet row) throws SQLException {
        return new StoredAlert(
                row.getString("id"),
                row.getInt("sequence"),
                row.getString("kind"),
                row.getString("rule_id"),
                row.getString("rule_name"),
                row.getString("rule_version"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("alert_text"),
                time(row, "raised_at"),
                time(row, "updated_at"),
                time(row, "first_seen"),
                row.getInt("articles"),
                row.getInt("independent_origins"),
                row.getInt("story_articles"),
                texts(row, "conflict_topics"),
                texts(row, "event_types"),
                texts(row, "countries"),
                texts(row, "languages"),
                row.getString("taxonomy_version"),
                new EvidenceText(row.getString("evidence")),
                timeOrNull(row, "ended_at"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static List<String> textsOrNone(ResultSet row, String column) throws SQLException {
        return row.getArray(column) == null ? List.of() : texts(row, column);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
