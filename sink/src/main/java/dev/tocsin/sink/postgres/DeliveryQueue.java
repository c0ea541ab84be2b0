package dev.tocsin.sink.postgres;

import dev.tocsin.sink.message.Message;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * Deliveries that are due, for any number of workers in any number of processes. A claim is a
 * lease: whoever dies with it gives the row back when it ends, and whoever is slow and finds it
 * gone changes nothing any more.
 */
public final class DeliveryQueue {
    private static final String DUE =
            """
                select id from delivery
                where %s and state in ('HELD', 'WAITING') and due_at <= ?
                    and (lease_until is null or lease_until <= ?)
                order by due_at limit %s for update skip locked
            """;

    /** The array keeps the planner from reading the whole table to find a few dozen rows. */
    private static final String TAKE =
            """
            update delivery set state = 'WAITING', lease = ?, lease_until = ?,
                tried_since = coalesce(tried_since, ?)
            where id = any(array(select id from due))
            returning delivery.id, message_id, target, created_at, attempts, tried_since
            """;

    private static final String CLAIM =
            """
            with room (target, places) as (select * from unnest(?::text[], ?::int[])),
            due as (select one.id from room cross join lateral (
            %s) one)
            %s
            """
                    .formatted(DUE.formatted("delivery.target = room.target", "room.places"), TAKE);

    private static final String CLAIM_STRANGERS =
            "with due as (\n%s)\n%s".formatted(DUE.formatted("target <> all(?)", "?"), TAKE);

    /**
     * Commits do not wait for the disk: what a crash of the database itself takes back is an
     * attempt that is made again, as after a crash of the worker. Rows are looked up one by one,
     * and the table is never read as a whole to find a few hundred of them.
     */
    private static final String SETTINGS =
            "set local synchronous_commit = off; set local enable_seqscan = off;"
                    + " set local enable_hashjoin = off; set local enable_mergejoin = off";

    private final DataSource dataSource;

    public DeliveryQueue(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A delivery that is ours until the lease ends.
     *
     * @param attempts before this one
     * @param triedSince the first attempt, this one included
     * @param message what to send; empty where its alerts are stored no more
     */
    public record Claimed(
            long id,
            UUID lease,
            Instant leaseUntil,
            String target,
            int attempts,
            Instant triedSince,
            Optional<Message> message) {}

    /** What becomes of a delivery. */
    public enum Next {
        DELIVERED,
        WAITING,
        PARKED
    }

    /**
     * The end of an attempt.
     *
     * @param dueAt of the next attempt, if there is one
     */
    public record Settled(
            Claimed claimed,
            Instant at,
            Duration took,
            @Nullable Integer status,
            @Nullable String error,
            Next next,
            @Nullable Instant dueAt) {}

    /**
     * Takes what is due.
     *
     * @param room how many for each target; what is due for others is left alone
     */
    public List<Claimed> claim(Map<String, Integer> room, Instant now, Duration lease)
            throws SQLException {
        List<String> targets = List.copyOf(room.keySet());
        List<String> places = targets.stream().map(target -> "" + room.get(target)).toList();
        return inTransaction(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                Parameters parameters = new Parameters(claim).array(targets).array(places);
                return taken(connection, claim, parameters.time(now).time(now), now, lease);
            }
        });
    }

    /** Takes what is due for targets that are not among the known ones. */
    public List<Claimed> claimStrangers(
            Collection<String> known, int most, Instant now, Duration lease) throws SQLException {
        return inTransaction(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM_STRANGERS)) {
                Parameters parameters =
                        new Parameters(claim).array(List.copyOf(known)).time(now).time(now);
                return taken(connection, claim, parameters.number(most), now, lease);
            }
        });
    }

    private static List<Claimed> taken(
            Connection connection,
            PreparedStatement claim,
            Parameters parameters,
            Instant now,
            Duration lease)
            throws SQLException {
        UUID token = UUID.randomUUID();
        Instant until = now.plus(lease);
        parameters.uuid(token).time(until).time(now);
        List<DeliveryMessages.Head> heads = new ArrayList<>();
        List<Claimed> bare = new ArrayList<>();
        try (ResultSet row = claim.executeQuery()) {
            while (row.next()) {
                heads.add(DeliveryMessages.Head.read(row));
                bare.add(
                        new Claimed(
                                row.getLong("id"),
                                token,
                                until,
                                row.getString("target"),
                                row.getInt("attempts"),
                                AlertRows.time(row, "tried_since"),
                                Optional.empty()));
            }
        }
        Map<Long, Message> messages = DeliveryMessages.read(connection, heads);
        return bare.stream().map(each -> with(each, messages.get(each.id()))).toList();
    }

    private static Claimed with(Claimed bare, @Nullable Message message) {
        return new Claimed(
                bare.id(),
                bare.lease(),
                bare.leaseUntil(),
                bare.target(),
                bare.attempts(),
                bare.triedSince(),
                Optional.ofNullable(message));
    }

    /**
     * Writes what came of attempts, all or nothing; rows whose lease has passed on stay as they
     * are.
     */
    public void settle(List<Settled> settled) throws SQLException {
        inTransaction(connection -> {
            DeliveryLedger.write(connection, settled);
            return settled.size();
        });
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement begin = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                begin.execute(SETTINGS);
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
