package dev.tocsin.sink.postgres;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** The statement that ends attempts, however many of them. */
final class DeliveryLedger {
    private static final String SETTLE =
            """
            with ended (id, lease, state, at, due_at, millis, status, error) as (
                select * from unnest(?::bigint[], ?::uuid[], ?::text[], ?::timestamptz[],
                    ?::timestamptz[], ?::int[], ?::int[], ?::text[])),
            settled as (
                update delivery set state = ended.state,
                    due_at = coalesce(ended.due_at, delivery.due_at),
                    lease = null, lease_until = null, attempts = attempts + 1,
                    tried_at = ended.at, last_status = ended.status, last_error = ended.error,
                    delivered_at = case when ended.state = 'DELIVERED' then ended.at end
                from ended where delivery.id = ended.id and delivery.lease = ended.lease)
            insert into delivery_attempt (delivery_id, at, millis, outcome, status, error_text)
            select id, at, millis, case state when 'WAITING' then 'FAILED' else state end, status,
                error
            from ended
            """;

    private DeliveryLedger() {}

    static void write(Connection connection, List<DeliveryQueue.Settled> settled)
            throws SQLException {
        try (PreparedStatement settle = connection.prepareStatement(SETTLE)) {
            new Columns(settle, settled)
                    .of(each -> each.claimed().id())
                    .of(each -> each.claimed().lease())
                    .of(DeliveryQueue.Settled::next)
                    .of(DeliveryQueue.Settled::at)
                    .of(DeliveryQueue.Settled::dueAt)
                    .of(each -> each.took().toMillis())
                    .of(DeliveryQueue.Settled::status)
                    .of(DeliveryQueue.Settled::error);
            settle.executeUpdate();
        }
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
