package dev.tocsin.console.api.alert;

import dev.tocsin.console.api.Cursor;
import dev.tocsin.console.api.Reader;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

/** The stored alerts. */
final class AlertQueries {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<AlertView.Evidence>> EVIDENCE =
            new TypeReference<>() {};

    private static final String COLUMNS =
            """
            id, sequence, kind, rule_id, rule_name, rule_version, subject, title, alert_text,
            raised_at, updated_at, first_seen, articles, independent_origins, story_articles,
            conflict_topics, event_types, countries, languages, taxonomy_version, evidence,
            ended_at
            """;

    private static final String NEWEST =
            """
            select %s from alert
            where (cast(:rule as text) is null or rule_id = :rule)
                and (cast(:topic as text) is null or conflict_topics @> array[:topic]::text[])
                and (cast(:subject as text) is null or subject = :subject)
                and (cast(:since as timestamptz) is null or raised_at >= :since)
                and (cast(:at as timestamptz) is null or (raised_at, id) < (:at, :id))
            order by raised_at desc, id desc limit :limit
            """
                    .formatted(COLUMNS);

    private static final String ONE =
            "select %s, delivery from alert where id = :id".formatted(COLUMNS);

    private final Reader reader;

    AlertQueries(DataSource dataSource) {
        this.reader = new Reader(dataSource);
    }

    /** Alerts that fit, newest first. */
    AlertPage newest(AlertFilter filter) {
        return reader.read(handle -> {
            List<AlertView> found = query(handle, filter).map((row, _) -> view(row)).list();
            boolean more = found.size() > filter.limit();
            List<AlertView> shown = more ? found.subList(0, filter.limit()) : found;
            Map<String, List<DeliveryView>> deliveries =
                    DeliveryRows.ofAlerts(handle, shown.stream().map(AlertView::id).toList());
            return new AlertPage(
                    shown.stream()
                            .map(alert ->
                                    new AlertPage.Entry(
                                            alert, deliveries.getOrDefault(alert.id(), List.of())))
                            .toList(),
                    more ? after(shown.getLast()) : null);
        });
    }

    /** Everything about one alert; empty if it is not stored. */
    Optional<AlertDetail> find(String id) {
        return reader.read(handle ->
                handle.createQuery(ONE)
                        .bind("id", id)
                        .map((row, _) ->
                                new AlertDetail(
                                        view(row),
                                        JSON.readTree(row.getString("delivery")),
                                        messages(handle, id)))
                        .findOne());
    }

    private static List<AlertDetail.Message> messages(Handle handle, String alertId) {
        return DeliveryRows.ofAlerts(handle, List.of(alertId))
                .getOrDefault(alertId, List.of())
                .stream()
                .map(delivery ->
                        new AlertDetail.Message(
                                delivery, DeliveryRows.attempts(handle, delivery.id())))
                .toList();
    }

    private static Query query(Handle handle, AlertFilter filter) {
        Cursor cursor = filter.cursor();
        return handle.createQuery(NEWEST)
                .bind("rule", filter.ruleId())
                .bind("topic", filter.conflictTopic())
                .bind("subject", filter.subject())
                .bind("since", offset(filter.since()))
                .bind("at", cursor == null ? null : offset(cursor.at()))
                .bind("id", cursor == null ? null : cursor.lastId())
                .bind("limit", filter.limit() + 1);
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static String after(AlertView last) {
        return new Cursor(last.raisedAt(), last.id()).encoded();
    }

    private static AlertView view(ResultSet row) throws SQLException {
        return new AlertView(
                row.getString("id"),
                row.getInt("sequence"),
                row.getString("kind"),
                row.getString("rule_id"),
                row.getString("rule_name"),
                row.getString("rule_version"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("alert_text"),
                Reader.instant(row, "raised_at"),
                Reader.instant(row, "updated_at"),
                Reader.instant(row, "first_seen"),
                row.getInt("articles"),
                row.getInt("independent_origins"),
                row.getInt("story_articles"),
                Reader.texts(row, "conflict_topics"),
                Reader.texts(row, "event_types"),
                Reader.texts(row, "countries"),
                Reader.texts(row, "languages"),
                row.getString("taxonomy_version"),
                JSON.readValue(row.getString("evidence"), EVIDENCE),
                Reader.instantOrNull(row, "ended_at"));
    }
}
