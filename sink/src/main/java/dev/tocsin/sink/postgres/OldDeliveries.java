package dev.tocsin.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

/**
 * Removes deliveries that are over, with their attempts and what they told of. The alerts stay, so
 * whatever is read again is still known and told of to nobody.
 */
public final class OldDeliveries {
    /** What is removed sooner would be missing where cooldowns are counted. */
    public static final Duration LEAST_KEPT = DeliveryPolicies.LONGEST_COOLDOWN.plusDays(1);

    /** Removed in one transaction at most. */
    public static final int BATCH = 1_000;

    /** One process at a time; the lock ends with the statement. */
    private static final String REMOVE =
            """
            with turn as materialized (
                select pg_try_advisory_xact_lock(hashtext('tocsin'), hashtext('old deliveries'))
                    as is_ours),
            old as (
                select delivery.id from turn, delivery
                where turn.is_ours and delivery.state in ('DELIVERED', 'PARKED')
                    and coalesce(delivered_at, tried_at, created_at) < ?
                order by delivery.id limit ? for update of delivery skip locked),
            attempts as (delete from delivery_attempt where delivery_id in (select id from old))
            delete from delivery where id in (select id from old)
            """;

    private final DataSource dataSource;

    public OldDeliveries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Removes the oldest that were delivered, or parked at their last attempt, before that moment.
     * What is held or waits is never touched, however old it is.
     *
     * @return how many, at most {@link #BATCH}; 0 also while another process is at it
     */
    public int remove(Instant before) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(REMOVE)) {
            new Parameters(statement).time(before).number(BATCH);
            return statement.executeUpdate();
        }
    }
}
