package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.Alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The statements of {@link DeliveryTables}. */
final class DeliveryRows {
    private static final String EXISTING =
            "select alert_id, target, reason from delivery_item where alert_id = any(?)";

    private static final String RECENT =
            """
            select distinct delivery_id, planned_for from delivery_item
            where rule_id = ? and target = ? and planned_for > ?
            """;

    private static final String AT_ONCE =
            """
            insert into delivery (target, state, created_at, due_at)
            values (?, 'WAITING', ?, ?) returning id
            """;

    /** Taking hold of an open bundle keeps it open until the commit: claims skip it meanwhile. */
    private static final String HELD =
            """
            insert into delivery as bundle (target, state, created_at, due_at, held_because)
            values (?, 'HELD', ?, ?, ?)
            on conflict (target, due_at) where state = 'HELD'
                do update set held_because = bundle.held_because
            returning id
            """;

    private static final String PARKED =
            """
            insert into delivery (target, state, created_at, due_at, last_error)
            values (?, 'PARKED', ?, ?,
                'It was more than three days old when it was stored. Redeliver it if it still matters.')
            returning id
            """;

    private static final String ADD =
            """
            insert into delivery_item
                (alert_id, target, reason, rule_id, delivery_id, planned_for)
            values (?, ?, ?, ?, ?, ?)
            """;

    private final Connection connection;

    DeliveryRows(Connection connection) {
        this.connection = connection;
    }

    /** Of whom an alert is to tell, and why; two are equal if they tell the same. */
    record Item(Alert alert, String target, String reason) {
        private record Key(String alertId, String target, String reason) {}

        private Key key() {
            return new Key(SafeText.of(alert.getId()), SafeText.of(target), reason);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Item item && key().equals(item.key());
        }

        @Override
        public int hashCode() {
            return key().hashCode();
        }
    }

    /** Those of the items that are stored already. */
    List<Item> existing(List<Item> items) throws SQLException {
        if (items.isEmpty()) {
            return List.of();
        }
        Set<Item.Key> stored = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(EXISTING)) {
            List<String> ids = items.stream().map(item -> item.alert().getId()).distinct().toList();
            new Parameters(statement).array(ids);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    stored.add(
                            new Item.Key(
                                    result.getString(1), result.getString(2), result.getString(3)));
                }
            }
        }
        return items.stream().filter(item -> stored.contains(item.key())).toList();
    }

    /** The moments of former messages of the rule to the target, one for each. */
    List<Instant> recent(Item item, Instant since) throws SQLException {
        List<Instant> moments = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(RECENT)) {
            new Parameters(statement)
                    .text(item.alert().getRuleId())
                    .text(item.target())
                    .time(since);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    moments.add(result.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
        }
        return moments;
    }

    /** A message that is due now; its id. */
    long atOnce(String target, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AT_ONCE)) {
            new Parameters(statement).text(target).time(now).time(now);
            return id(statement);
        }
    }

    /** The open message to the target that is due then, made if need be; its id. */
    long held(String target, Instant now, Instant due, String because) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HELD)) {
            new Parameters(statement).text(target).time(now).time(due).text(because);
            return id(statement);
        }
    }

    /** A message that nobody sends unless a person wants it; its id. */
    long parked(String target, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PARKED)) {
            new Parameters(statement).text(target).time(now).time(now);
            return id(statement);
        }
    }

    void add(Item item, long delivery, Instant plannedFor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            new Parameters(statement)
                    .text(item.alert().getId())
                    .text(item.target())
                    .text(item.reason())
                    .text(item.alert().getRuleId())
                    .number(delivery)
                    .time(plannedFor)
                    .add();
            statement.executeBatch();
        }
    }

    private static long id(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }
}
