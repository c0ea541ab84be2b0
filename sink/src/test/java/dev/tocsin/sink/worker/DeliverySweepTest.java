package dev.tocsin.sink.worker;

import static dev.tocsin.sink.postgres.TestAlerts.alert;
import static dev.tocsin.sink.postgres.TestAlerts.desk;
import static dev.tocsin.sink.postgres.TestAlerts.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.schemas.DigestRhythm;
import dev.tocsin.sink.postgres.OldDeliveries;
import dev.tocsin.sink.postgres.SettableClock;
import dev.tocsin.sink.postgres.TestDatabase;
import dev.tocsin.sink.postgres.TestWriter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

final class DeliverySweepTest {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final String ALERTS_TOLD_OF = "select alert_id from delivery_item order by 1";
    private static final String LOCK =
            "select pg_advisory_lock(hashtext('tocsin'), hashtext('old deliveries'))";

    private final SettableClock clock = new SettableClock();
    private TestDatabase database;
    private TestWriter writer;

    @BeforeEach
    void start() throws Exception {
        database = TestDatabase.migrated();
        writer = new TestWriter(database, "cluster-1", clock);
    }

    @Test
    void whatEndedLongAgoIsRemovedWithItsAttemptsAndTheRestStays() throws Exception {
        tell("delivered", "parked", "late", "untouched");
        end("delivered", "DELIVERED", "delivered_at = now, tried_at = now");
        end("parked", "PARKED", "tried_at = now");
        end("late", "DELIVERED", "delivered_at = now + interval '1 minute'");
        clock.advance(KEPT.plusSeconds(1));

        DeliverySweep sweep = sweep();
        sweep.sweep();

        assertThat(database.rows(ALERTS_TOLD_OF)).containsExactly("late", "untouched");
        assertThat(database.rows("select count(*) from delivery")).containsExactly("2");
        assertThat(database.rows("select count(*) from delivery_attempt")).containsExactly("1");
        assertThat(sweep.health()).isEqualTo(new SweepHealth(2, ""));
    }

    @Test
    void whatWaitsOrIsHeldIsNeverRemoved() throws Exception {
        tell("waiting");
        writer.write(record(9, alert("held", 1, 1, desk().setDigest(DigestRhythm.DAILY))));
        database.execute("update delivery set tried_at = created_at, delivered_at = created_at");
        clock.advance(Duration.ofDays(3_000));

        sweep().sweep();

        assertThat(database.rows(ALERTS_TOLD_OF)).containsExactly("held", "waiting");
    }

    @Test
    void whatWasRemovedIsNotToldOfAgainWhenItsAlertIsReadAgain() throws Exception {
        tellOfOneThatIsOver();
        sweep().sweep();

        tell("a");

        assertThat(database.rows("select id from alert")).containsExactly("a");
        assertThat(database.rows("select count(*) from delivery")).containsExactly("0");
    }

    @Test
    void moreThanABatchIsRemovedBatchByBatch() throws Exception {
        database.execute(
                """
                insert into delivery (target, state, created_at, due_at, delivered_at)
                select 'desk', 'DELIVERED', now, now, now
                from generate_series(1, 2500), (select timestamptz '2020-01-01' as now) long_ago
                """);
        assertThat(new OldDeliveries(database.dataSource()).remove(clock.instant()))
                .isEqualTo(OldDeliveries.BATCH);

        sweep().sweep();

        assertThat(database.rows("select count(*) from delivery")).containsExactly("0");
    }

    @Test
    void whileAnotherProcessIsAtItNothingIsRemoved() throws Exception {
        tellOfOneThatIsOver();

        try (Connection other = database.dataSource().getConnection();
                Statement lock = other.createStatement()) {
            lock.execute(LOCK);
            sweep().sweep();
            assertThat(database.rows(ALERTS_TOLD_OF)).containsExactly("a");
        }
        sweep().sweep();

        assertThat(database.rows(ALERTS_TOLD_OF)).isEmpty();
    }

    @Test
    void itSweepsWhenItStarts() throws Exception {
        tellOfOneThatIsOver();

        try (DeliverySweep sweep = sweep()) {
            sweep.start();
            await().until(() -> sweep.health().removed() == 1);
        }
    }

    @Test
    void itOutlivesADatabaseThatRefusesAndSaysSo() throws Exception {
        tellOfOneThatIsOver();
        database.execute("alter table delivery_attempt rename to away");

        try (DeliverySweep sweep = often(database.dataSource())) {
            sweep.start();
            await().until(() -> !sweep.health().trouble().isEmpty());
            database.execute("alter table away rename to delivery_attempt");
            await().until(() -> sweep.health().equals(new SweepHealth(1, "")));
        }
    }

    @Test
    void itOutlivesWhatNobodyExpectedAndSaysSo() throws Exception {
        tellOfOneThatIsOver();
        BrokenPool pool = new BrokenPool(database.dataSource());

        try (DeliverySweep sweep = often(pool)) {
            sweep.start();
            await().until(() -> !sweep.health().trouble().isEmpty());
            pool.mend();
            await().until(() -> sweep.health().equals(new SweepHealth(1, "")));
        }
    }

    private void tellOfOneThatIsOver() throws Exception {
        tell("a");
        end("a", "DELIVERED", "delivered_at = now");
        clock.advance(KEPT.plusSeconds(1));
    }

    private DeliverySweep often(DataSource store) {
        return new DeliverySweep(new OldDeliveries(store), KEPT, clock, Duration.ofMillis(10));
    }

    private DeliverySweep sweep() {
        return new DeliverySweep(new OldDeliveries(database.dataSource()), KEPT, clock);
    }

    private void tell(String... ids) throws Exception {
        for (String id : List.of(ids)) {
            writer.write(record(offset++, alert(id, 1, 1, desk())));
        }
    }

    private long offset;

    /** Ends the delivery of an alert by hand, after one attempt. */
    private void end(String alert, String state, String columns) throws Exception {
        String now = "timestamptz '" + clock.instant() + "'";
        String id = "(select delivery_id from delivery_item where alert_id = '" + alert + "')";
        database.execute(
                "update delivery set state = '%s', %s where id = %s"
                        .formatted(state, columns.replace("= now", "= " + now), id));
        database.execute(
                "insert into delivery_attempt values (%s, %s, 1, '%s')".formatted(id, now, state));
    }
}
