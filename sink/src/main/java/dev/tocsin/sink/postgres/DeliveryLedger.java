package dev.tocsin.sink.postgres;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** The two statements that end attempts, however many of them. */
final class DeliveryLedger {
    /** The ids once more, or the planner may read the whole table to find a few dozen rows. */
    private static final String SETTLE =
            """
            update delivery set state = over.state, due_at = coalesce(over.due_at, delivery.due_at),
                lease = null, lease_until = null, attempts = attempts + 1, tried_at = over.at,
                last_status = over.status, last_error = over.error,
                delivered_at = case when over.state = 'DELIVERED' then over.at end
            from unnest(?::bigint[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                ?::int[], ?::text[]) over (id, lease, state, at, due_at, status, error)
            where delivery.id = any(?::bigint[])
                and delivery.id = over.id and delivery.lease = over.lease
            """;

    private static final String RECORD =
            """
            insert into delivery_attempt (delivery_id, at, millis, outcome, status, error_text)
            select * from unnest(?::bigint[], ?::timestamptz[], ?::int[], ?::text[], ?::int[],
                ?::text[])
            """;

    private DeliveryLedger() {}

    static void write(Connection connection, List<DeliveryQueue.Settled> settled)
            throws SQLException {
        try (PreparedStatement settle = connection.prepareStatement(SETTLE);
                PreparedStatement record = connection.prepareStatement(RECORD)) {
            new Columns(settle, settled)
                    .of(each -> each.claimed().id())
                    .of(each -> each.claimed().lease())
                    .of(DeliveryQueue.Settled::next)
                    .of(DeliveryQueue.Settled::at)
                    .of(DeliveryQueue.Settled::dueAt)
                    .of(DeliveryQueue.Settled::status)
                    .of(DeliveryQueue.Settled::error)
                    .of(each -> each.claimed().id());
            settle.executeUpdate();
            new Columns(record, settled)
                    .of(each -> each.claimed().id())
                    .of(DeliveryQueue.Settled::at)
                    .of(each -> each.took().toMillis())
                    .of(DeliveryLedger::outcome)
                    .of(DeliveryQueue.Settled::status)
                    .of(DeliveryQueue.Settled::error);
            record.executeUpdate();
        }
    }

    private static String outcome(DeliveryQueue.Settled settled) {
        return switch (settled.next()) {
            case DELIVERED -> "DELIVERED";
            case WAITING -> "FAILED";
            case PARKED -> "PARKED";
        };
    }

    /** Arrays that PostgreSQL casts to what they are. */
    private static final class Columns {
        private final PreparedStatement statement;
        private final List<DeliveryQueue.Settled> rows;
        private int position;

        Columns(PreparedStatement statement, List<DeliveryQueue.Settled> rows) {
            this.statement = statement;
            this.rows = rows;
        }

        Columns of(Function<DeliveryQueue.Settled, @Nullable Object> column) throws SQLException {
            Object[] texts = rows.stream().map(row -> text(column.apply(row))).toArray();
            statement.setArray(++position, statement.getConnection().createArrayOf("text", texts));
            return this;
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : SafeText.of(value.toString());
        }
    }
}
