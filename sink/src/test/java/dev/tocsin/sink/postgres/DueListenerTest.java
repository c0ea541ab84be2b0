package dev.tocsin.sink.postgres;

import static dev.tocsin.sink.postgres.TestAlerts.alert;
import static dev.tocsin.sink.postgres.TestAlerts.desk;
import static dev.tocsin.sink.postgres.TestAlerts.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.schemas.DigestRhythm;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/** The listener and those it listens to share nothing but the database. */
final class DueListenerTest {
    private static final String END_OF_LISTENERS =
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and query like 'listen %'
            """;

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger heard = new AtomicInteger();
    private TestDatabase database;
    private TestWriter writer;
    private Connection ear;

    @BeforeEach
    void listenAlong() throws Exception {
        database = TestDatabase.migrated();
        writer = new TestWriter(database, "cluster-1", clock);
        ear = database.dataSource().getConnection();
        try (Statement statement = ear.createStatement()) {
            statement.execute("listen " + DueNotice.CHANNEL);
        }
    }

    @AfterEach
    void stop() throws Exception {
        ear.close();
    }

    @Test
    void alertsThatAreDueAreToldOfOnceForEachTransaction() throws Exception {
        writer.write(record(0, alert("a", 1, 1, desk())), record(1, alert("b", 1, 1, desk())));

        assertThat(notices()).isEqualTo(1);
    }

    @Test
    void whatIsHeldAndWhatIsKnownIsNotToldOf() throws Exception {
        writer.write(record(0, alert("a", 1, 1, desk().setDigest(DigestRhythm.HOURLY))));
        writer.write(record(1, alert("a", 1, 1, desk())));

        assertThat(notices()).isZero();
    }

    @Test
    void whatIsToBeSentAgainIsToldOf() throws Exception {
        writer.write(record(0, alert("a", 1, 1, desk().setDigest(DigestRhythm.HOURLY))));
        Deliveries deliveries = new Deliveries(database.dataSource());
        String id = String.valueOf(deliveries.list(null, null, null, 1).getFirst().id());

        deliveries.redeliver("no such delivery", clock.instant());
        assertThat(notices()).isZero();
        deliveries.redeliver(id, clock.instant());

        assertThat(notices()).isEqualTo(1);
    }

    @Test
    void theListenerHearsOfWhatAnotherProcessStores() throws Exception {
        try (DueListener listener = listener()) {
            listener.start();
            await().until(() -> heard.get() == 1);

            writer.write(record(0, alert("a", 1, 1, desk())));

            await().until(() -> heard.get() == 2);
        }
    }

    @Test
    void aLostConnectionIsMadeAgainAndWhatWasMissedIsLookedFor() throws Exception {
        try (DueListener listener = listener()) {
            listener.start();
            await().until(() -> heard.get() == 1);

            ear.close();
            await().until(() -> !database.rows(END_OF_LISTENERS).contains("0"));
            await().until(() -> heard.get() == 2);
            writer.write(record(0, alert("a", 1, 1, desk())));

            await().until(() -> heard.get() == 3);
        }
    }

    @Test
    void itOutlivesAHearerThatFails() throws Exception {
        Runnable failsAtFirst =
                () -> {
                    if (heard.incrementAndGet() == 1) {
                        throw new IllegalStateException("nobody is to be woken");
                    }
                };
        try (DueListener listener =
                new DueListener(database.access(), failsAtFirst, Clock.systemUTC())) {
            listener.start();
            await().until(() -> heard.get() == 2);

            writer.write(record(0, alert("a", 1, 1, desk())));

            await().until(() -> heard.get() == 3);
        }
    }

    @Test
    void itWaitsForADatabaseThatIsNotThereAndEndsWhenItIsClosed() throws Exception {
        DatabaseAccess nowhere = new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/x", "x", "");
        DueListener listener = new DueListener(nowhere, heard::incrementAndGet, clock);
        listener.start();

        listener.close();

        assertThat(heard).hasValue(0);
    }

    private DueListener listener() {
        return new DueListener(database.access(), heard::incrementAndGet, Clock.systemUTC());
    }

    /** All that was sent before has arrived when the answer to a query has. */
    private int notices() throws SQLException {
        try (Statement statement = ear.createStatement()) {
            statement.execute("select 1");
        }
        return ear.unwrap(PGConnection.class).getNotifications().length;
    }
}
