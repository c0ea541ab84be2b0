package dev.tocsin.console.api.alert;

import dev.tocsin.console.api.Reader;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads messages, what they tell, and their attempts. */
final class DeliveryRows {
    static final String COLUMNS =
            """
            delivery.id, delivery.message_id, delivery.target, delivery.state,
            delivery.held_because, delivery.created_at, delivery.due_at, delivery.attempts,
            delivery.tried_at, delivery.last_status, delivery.last_error, delivery.delivered_at
            """;

    private static final String OF_ALERTS =
            """
            select item.alert_id, item.reason, %s
            from delivery_item item join delivery on delivery.id = item.delivery_id
            where item.alert_id = any(:ids) order by delivery.id, item.reason
            """
                    .formatted(COLUMNS);

    private static final String ITEMS =
            """
            select item.delivery_id, item.alert_id, alert.title, item.reason
            from delivery_item item left join alert on alert.id = item.alert_id
            where item.delivery_id = any(:ids) order by item.alert_id, item.reason
            """;

    private static final String ATTEMPTS =
            """
            select at, millis, outcome, status, error_text from delivery_attempt
            where delivery_id = :id order by at
            """;

    private DeliveryRows() {}

    private record OfAlert(String alertId, DeliveryView delivery) {}

    private record OfDelivery(long deliveryId, DeliveryView.Item item) {}

    /** By alert id, first one first; the items are those about that alert. */
    static Map<String, List<DeliveryView>> ofAlerts(Handle handle, List<String> alertIds) {
        return handle
                .createQuery(OF_ALERTS)
                .bindArray("ids", String.class, alertIds)
                .map((row, _) -> ofAlert(row))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                OfAlert::alertId,
                                Collectors.mapping(OfAlert::delivery, Collectors.toList())));
    }

    /** By delivery id. */
    static Map<Long, List<DeliveryView.Item>> items(Handle handle, List<Long> deliveryIds) {
        return handle
                .createQuery(ITEMS)
                .bindArray("ids", Long.class, deliveryIds)
                .map((row, _) ->
                        new OfDelivery(
                                row.getLong("delivery_id"),
                                new DeliveryView.Item(
                                        row.getString("alert_id"),
                                        row.getString("title"),
                                        row.getString("reason"))))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                OfDelivery::deliveryId,
                                Collectors.mapping(OfDelivery::item, Collectors.toList())));
    }

    static List<DeliveryView.Attempt> attempts(Handle handle, long deliveryId) {
        return handle.createQuery(ATTEMPTS)
                .bind("id", deliveryId)
                .map((row, _) ->
                        new DeliveryView.Attempt(
                                Reader.instant(row, "at"),
                                row.getInt("millis"),
                                row.getString("outcome"),
                                row.getObject("status", Integer.class),
                                row.getString("error_text")))
                .list();
    }

    static DeliveryView view(ResultSet row, List<DeliveryView.Item> items) throws SQLException {
        return new DeliveryView(
                row.getLong("id"),
                row.getString("message_id"),
                row.getString("target"),
                row.getString("state"),
                row.getString("held_because"),
                Reader.instant(row, "created_at"),
                Reader.instant(row, "due_at"),
                row.getInt("attempts"),
                Reader.instantOrNull(row, "tried_at"),
                row.getObject("last_status", Integer.class),
                row.getString("last_error"),
                Reader.instantOrNull(row, "delivered_at"),
                items);
    }

    private static OfAlert ofAlert(ResultSet row) throws SQLException {
        String alertId = row.getString("alert_id");
        return new OfAlert(
                alertId,
                view(row, List.of(new DeliveryView.Item(alertId, null, row.getString("reason")))));
    }
}
