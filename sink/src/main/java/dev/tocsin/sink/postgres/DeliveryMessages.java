package dev.tocsin.sink.postgres;

import dev.tocsin.sink.alert.StoredAlert;
import dev.tocsin.sink.deliver.Reasons;
import dev.tocsin.sink.message.Message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts deliveries and their alerts, as they stand now, together to messages. */
final class DeliveryMessages {
    private static final String ITEMS =
            """
            select item.delivery_id, item.reason, alert.delivery->>'zone' as zone, %s
            from delivery_item item join alert on alert.id = item.alert_id
            where item.delivery_id = any(?)
            order by item.delivery_id, alert.raised_at, alert.id
            """
                    .formatted(AlertRows.COLUMNS);

    private DeliveryMessages() {}

    /** A delivery without its alerts. */
    record Head(long id, UUID messageId, Instant createdAt) {
        static Head read(ResultSet row) throws SQLException {
            return new Head(
                    row.getLong("id"),
                    row.getObject("message_id", UUID.class),
                    AlertRows.time(row, "created_at"));
        }
    }

    private record Item(String reason, StoredAlert alert, String zone) {}

    /** By delivery id; those without any alert left are missing. */
    static Map<Long, Message> read(Connection connection, List<Head> heads) throws SQLException {
        Map<Long, List<Item>> items = items(connection, heads);
        Map<Long, Message> messages = new HashMap<>();
        for (Head head : heads) {
            List<Item> own = items.get(head.id());
            if (own != null) {
                messages.put(head.id(), message(head, own));
            }
        }
        return messages;
    }

    private static Map<Long, List<Item>> items(Connection connection, List<Head> heads)
            throws SQLException {
        Map<Long, List<Item>> items = new HashMap<>();
        if (heads.isEmpty()) {
            return items;
        }
        try (PreparedStatement statement = connection.prepareStatement(ITEMS)) {
            Object[] ids = heads.stream().map(Head::id).toArray();
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    items.computeIfAbsent(row.getLong("delivery_id"), _ -> new ArrayList<>())
                            .add(
                                    new Item(
                                            row.getString("reason"),
                                            AlertRows.read(row),
                                            row.getString("zone")));
                }
            }
        }
        return items;
    }

    /** An alert that was raised and has grown meanwhile is told of once. */
    private static Message message(Head head, List<Item> items) {
        Map<String, StoredAlert> alerts = new LinkedHashMap<>();
        items.forEach(item -> alerts.put(item.alert().id(), item.alert()));
        return new Message(
                head.messageId(),
                alerts.size() > 1 ? Message.Kind.DIGEST : kind(items),
                head.createdAt(),
                List.copyOf(alerts.values()),
                zone(items.getFirst().zone()),
                false);
    }

    private static Message.Kind kind(List<Item> items) {
        List<String> reasons = items.stream().map(Item::reason).toList();
        if (reasons.contains(Reasons.RAISED)) {
            return Message.Kind.RAISED;
        }
        return reasons.contains(Reasons.ENDED) ? Message.Kind.ENDED : Message.Kind.UPDATED;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}
