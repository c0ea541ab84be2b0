package dev.tocsin.sink.postgres;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** What people ask of deliveries: how they are, and to send them again, which is then at once. */
public final class Deliveries {
    private static final String LIST =
            """
            select delivery.*,
                (select array_agg(item.alert_id || ' ' || item.reason order by item.alert_id)
                    from delivery_item item where item.delivery_id = delivery.id) as told,
                (select string_agg(distinct alert.title, ' · ') from delivery_item item
                    join alert on alert.id = item.alert_id
                    where item.delivery_id = delivery.id) as titles
            from delivery
            where (?::text is null or state = ?)
                and (?::text is null or target = ?)
                and (?::text is null or exists (select 1 from delivery_item item
                    where item.delivery_id = delivery.id and item.alert_id = ?))
            order by id desc limit ?
            """;

    /** Its three days begin again; what is under way at the moment is left alone. */
    private static final String AGAIN =
            """
            update delivery set state = 'WAITING', due_at = ?, attempts = 0, tried_since = null,
                lease = null, lease_until = null, delivered_at = null
            where (lease_until is null or lease_until <= ?)
            """;

    private static final String BY_ID = AGAIN + " and (id::text = ? or message_id::text = ?)";

    private static final String PARKED =
            AGAIN + " and state = 'PARKED' and (?::text is null or target = ?)";

    private final DataSource dataSource;

    public Deliveries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A delivery as lists show it.
     *
     * @param messageId what receivers know it by
     * @param state {@code HELD}, {@code WAITING}, {@code DELIVERED} or {@code PARKED}
     * @param heldBecause {@code DIGEST}, {@code COOLDOWN}, {@code LIMIT} or {@code QUIET_HOURS}
     * @param alerts ids, each with the reason to tell of it
     */
    public record Row(
            long id,
            String messageId,
            String target,
            String state,
            @Nullable String heldBecause,
            Instant createdAt,
            Instant dueAt,
            int attempts,
            @Nullable Instant triedAt,
            @Nullable Integer lastStatus,
            @Nullable String lastError,
            @Nullable Instant deliveredAt,
            @Nullable String titles,
            List<String> alerts) {
        public Row {
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * The newest first.
     *
     * @param state one of the four; null: any
     * @param target null: any
     * @param alertId null: any
     */
    public List<Row> list(
            @Nullable String state, @Nullable String target, @Nullable String alertId, int limit)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LIST)) {
            new Parameters(statement)
                    .text(state)
                    .text(state)
                    .text(target)
                    .text(target)
                    .text(alertId)
                    .text(alertId)
                    .number(limit);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
            return rows;
        }
    }

    /**
     * Makes one due again, whatever its state.
     *
     * @param id of the delivery, or the id that its receiver knows it by
     * @return false if there is none, or it is being sent at the moment
     */
    public boolean redeliver(String id, Instant now) throws SQLException {
        String plain = id.replaceFirst("^msg_", "");
        return run(BY_ID, plain, now) > 0;
    }

    /**
     * Makes parked ones due again.
     *
     * @param target null: of all targets
     */
    public int redeliverParked(@Nullable String target, Instant now) throws SQLException {
        return run(PARKED, target, now);
    }

    private int run(String sql, @Nullable String value, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            new Parameters(statement).time(now).time(now).text(value).text(value);
            int due = statement.executeUpdate();
            if (due > 0) {
                DueNotice.send(connection);
            }
            return due;
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("message_id"),
                row.getString("target"),
                row.getString("state"),
                row.getString("held_because"),
                AlertRows.time(row, "created_at"),
                AlertRows.time(row, "due_at"),
                row.getInt("attempts"),
                time(row, "tried_at"),
                row.getObject("last_status", Integer.class),
                row.getString("last_error"),
                time(row, "delivered_at"),
                row.getString("titles"),
                AlertRows.textsOrNone(row, "told"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
