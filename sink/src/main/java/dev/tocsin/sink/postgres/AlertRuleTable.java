package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.AlertRule;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** Writes the rules in force. */
final class AlertRuleTable {
    private static final String LIST =
            """
            insert into alert_rule (id, name, version, kind, enabled, listed, origin, rule)
            values (?, ?, ?, ?, ?, true, ?, ?::jsonb)
            on conflict (id) do update set name = excluded.name, version = excluded.version,
                kind = excluded.kind, enabled = excluded.enabled, listed = true,
                origin = excluded.origin, rule = excluded.rule
            """;

    private static final String UNLIST = "update alert_rule set listed = false where id = ?";

    private AlertRuleTable() {}

    static void write(Connection connection, Map<String, @Nullable AlertRule> rules)
            throws SQLException {
        if (rules.isEmpty()) {
            return;
        }
        try (PreparedStatement list = connection.prepareStatement(LIST);
                PreparedStatement unlist = connection.prepareStatement(UNLIST)) {
            for (Map.Entry<String, @Nullable AlertRule> entry : rules.entrySet()) {
                AlertRule rule = entry.getValue();
                if (rule == null) {
                    new Parameters(unlist).text(entry.getKey()).add();
                } else {
                    bind(new Parameters(list), rule).add();
                }
            }
            list.executeBatch();
            unlist.executeBatch();
        }
    }

    private static Parameters bind(Parameters list, AlertRule rule) throws SQLException {
        return list.text(rule.getId())
                .text(rule.getName())
                .text(rule.getVersion())
                .text(rule.getKind().name())
                .flag(rule.getEnabled())
                .text(rule.getOrigin())
                .text(AlertJson.of(rule));
    }
}
