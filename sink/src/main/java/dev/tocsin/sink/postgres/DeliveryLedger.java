package dev.tocsin.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The statements that end attempts. */
final class DeliveryLedger {
    private static final String SETTLE =
            """
            update delivery set state = ?, due_at = coalesce(?, due_at), lease = null,
                lease_until = null, attempts = attempts + 1, tried_at = ?, last_status = ?,
                last_error = ?, delivered_at = ?
            where id = ? and lease = ?
            """;

    private static final String RECORD =
            """
            insert into delivery_attempt (delivery_id, at, millis, outcome, status, error_text)
            select ?, ?, ?, ?, ?, ? where exists (select 1 from delivery where id = ?)
            """;

    private DeliveryLedger() {}

    static void write(Connection connection, List<DeliveryQueue.Settled> settled)
            throws SQLException {
        try (PreparedStatement settle = connection.prepareStatement(SETTLE);
                PreparedStatement record = connection.prepareStatement(RECORD)) {
            for (DeliveryQueue.Settled each : settled) {
                settle(new Parameters(settle), each).add();
                record(new Parameters(record), each).add();
            }
            settle.executeBatch();
            record.executeBatch();
        }
    }

    private static Parameters settle(Parameters settle, DeliveryQueue.Settled settled)
            throws SQLException {
        boolean isDone = settled.next() == DeliveryQueue.Next.DELIVERED;
        return settle.text(settled.next().name())
                .time(settled.dueAt())
                .time(settled.at())
                .number(settled.status())
                .text(settled.error())
                .time(isDone ? settled.at() : null)
                .number(settled.claimed().id())
                .uuid(settled.claimed().lease());
    }

    private static Parameters record(Parameters record, DeliveryQueue.Settled settled)
            throws SQLException {
        String outcome =
                switch (settled.next()) {
                    case DELIVERED -> "DELIVERED";
                    case WAITING -> "FAILED";
                    case PARKED -> "PARKED";
                };
        return record.number(settled.claimed().id())
                .time(settled.at())
                .number(settled.took().toMillis())
                .text(outcome)
                .number(settled.status())
                .text(settled.error())
                .number(settled.claimed().id());
    }
}
