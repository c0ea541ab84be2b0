package dev.tocsin.console.api.alert;

import dev.tocsin.console.api.Reader;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

/** The rules in force, and what the feed list offers for new ones. */
final class RuleQueries {
    private static final JsonMapper JSON = new JsonMapper();

    /** The origin of rules written over HTTP; others belong to whoever wrote them. */
    static final String ORIGIN = "api";

    private static final String RULES =
            """
            select alert_rule.rule, alert_rule.origin, raised.alerts, raised.last_at
            from alert_rule left join lateral (
                select count(*) as alerts, max(raised_at) as last_at
                from alert where alert.rule_id = alert_rule.id) raised on true
            where listed and (cast(:id as text) is null or id = :id)
            order by lower(name), id
            """;

    private static final String FEEDS =
            "select id from feed where listed and (id = any(:names) or url = any(:names))"
                    + " union select url from feed where listed and url = any(:names)";

    private static final String CLASSES =
            "select distinct source_class from feed where listed and source_class is not null order by 1";

    private static final String PUBLISHERS =
            "select distinct publisher from feed where listed and publisher is not null order by 1";

    private final Reader reader;

    RuleQueries(DataSource dataSource) {
        this.reader = new Reader(dataSource);
    }

    /** What feeds are known by. */
    record Sources(List<String> sourceClasses, List<String> publishers) {}

    List<RuleView> all() {
        return reader.read(handle ->
                handle.createQuery(RULES)
                        .bind("id", (String) null)
                        .map((row, _) -> view(row))
                        .list());
    }

    Optional<RuleView> find(String id) {
        return reader.read(handle ->
                handle.createQuery(RULES).bind("id", id).map((row, _) -> view(row)).findOne());
    }

    /** The ids and addresses among the names that listed feeds have. */
    Set<String> feeds(List<String> names) {
        return names.isEmpty()
                ? Set.of()
                : reader.read(handle ->
                        new HashSet<>(
                                handle.createQuery(FEEDS)
                                        .bindArray("names", String.class, names)
                                        .mapTo(String.class)
                                        .list()));
    }

    Sources sources() {
        return reader.read(handle ->
                new Sources(
                        handle.createQuery(CLASSES).mapTo(String.class).list(),
                        handle.createQuery(PUBLISHERS).mapTo(String.class).list()));
    }

    private static RuleView view(ResultSet row) throws SQLException {
        return new RuleView(
                JSON.readTree(row.getString("rule")),
                row.getString("origin").equals(ORIGIN),
                row.getLong("alerts"),
                Reader.instantOrNull(row, "last_at"));
    }
}
