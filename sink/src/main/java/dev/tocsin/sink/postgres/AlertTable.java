package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.Alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes alerts; only a higher sequence changes what is there. The end of an alert says nothing of
 * its articles: those that stood there stay.
 */
final class AlertTable {
    private static final String COLUMNS =
            """
            id, sequence, kind, rule_id, rule_name, rule_version, subject, title, alert_text,
            raised_at, updated_at, first_seen, articles, independent_origins, story_articles,
            conflict_topics, event_types, countries, languages, taxonomy_version, evidence,
            delivery, ended_at
            """;

    private static final String WRITE =
            """
            insert into alert as known (%1$s)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::jsonb, ?)
            on conflict (id) do update set (%1$s, stored_at) = (
                select excluded.id, excluded.sequence, excluded.kind, excluded.rule_id,
                    excluded.rule_name, excluded.rule_version, excluded.subject, excluded.title,
                    excluded.alert_text, excluded.raised_at, excluded.updated_at,
                    excluded.first_seen, excluded.articles, excluded.independent_origins,
                    excluded.story_articles, excluded.conflict_topics, excluded.event_types,
                    excluded.countries, excluded.languages, excluded.taxonomy_version,
                    case when excluded.ended_at is null then excluded.evidence
                        else known.evidence end,
                    excluded.delivery, excluded.ended_at, now())
            where excluded.sequence > known.sequence
            """
                    .formatted(COLUMNS);

    private static final String KNOWN =
            "select id, sequence, independent_origins, ended_at is not null from alert where id = any(?)";

    private AlertTable() {}

    /** What was stored of an alert before. */
    record Known(int sequence, int independentOrigins, boolean isOver) {}

    /** By id, where anything was stored. */
    static Map<String, Known> known(Connection connection, Collection<Alert> alerts)
            throws SQLException {
        Map<String, Known> known = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            new Parameters(statement).array(alerts.stream().map(Alert::getId).toList());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    known.put(
                            result.getString(1),
                            new Known(result.getInt(2), result.getInt(3), result.getBoolean(4)));
                }
            }
        }
        return known;
    }

    static void write(Connection connection, Collection<Alert> alerts) throws SQLException {
        if (alerts.isEmpty()) {
            return;
        }
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            for (Alert alert : alerts) {
                said(found(named(new Parameters(write), alert), alert), alert).add();
            }
            write.executeBatch();
        }
    }

    private static Parameters named(Parameters write, Alert alert) throws SQLException {
        return write.text(alert.getId())
                .number(alert.getSequence())
                .text(alert.getKind().name())
                .text(alert.getRuleId())
                .text(alert.getRuleName())
                .text(alert.getRuleVersion())
                .text(alert.getSubject())
                .text(alert.getTitle())
                .text(alert.getText());
    }

    private static Parameters found(Parameters write, Alert alert) throws SQLException {
        return write.time(alert.getRaisedAt())
                .time(alert.getUpdatedAt())
                .time(alert.getFirstSeen())
                .number(alert.getArticles())
                .number(alert.getIndependentOrigins())
                .number(alert.getStoryArticles());
    }

    private static Parameters said(Parameters write, Alert alert) throws SQLException {
        return write.array(alert.getConflictTopics())
                .array(alert.getEventTypes())
                .array(alert.getCountries())
                .array(alert.getLanguages())
                .text(alert.getTaxonomyVersion())
                .text(AlertJson.of(alert.getEvidence()))
                .text(AlertJson.of(alert.getDelivery()))
                .time(alert.getEndedAt().orElse(null));
    }
}
