package dev.tocsin.sink.postgres;

import static dev.tocsin.sink.postgres.TestAlerts.alert;
import static dev.tocsin.sink.postgres.TestAlerts.desk;
import static dev.tocsin.sink.postgres.TestAlerts.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.DigestRhythm;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

final class DeliveriesTest {
    private final SettableClock clock = new SettableClock();
    private TestDatabase database;
    private Deliveries deliveries;

    @BeforeEach
    void tellOfThree() throws Exception {
        database = TestDatabase.migrated();
        deliveries = new Deliveries(database.dataSource());
        new TestWriter(database, "cluster-1", clock)
                .write(
                        record(0, alert("a", 1, 1, desk())),
                        record(1, alert("b", 1, 1, desk().setDigest(DigestRhythm.HOURLY))),
                        record(2, alert("c", 1, 1, desk().setDigest(DigestRhythm.HOURLY))));
    }

    @Test
    void theNewestComesFirstWithItsAlerts() throws Exception {
        List<Deliveries.Row> rows = deliveries.list(null, null, null, 10);

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().state()).isEqualTo("HELD");
        assertThat(rows.getFirst().heldBecause()).isEqualTo("DIGEST");
        assertThat(rows.getFirst().alerts()).containsExactly("b RAISED", "c RAISED");
        assertThat(rows.getFirst().titles()).isEqualTo("About b · About c");
        assertThat(rows.getLast().alerts()).containsExactly("a RAISED");
    }

    @Test
    void theListIsNarrowedByStateTargetAndAlert() throws Exception {
        assertThat(deliveries.list("WAITING", null, null, 10)).hasSize(1);
        assertThat(deliveries.list("PARKED", null, null, 10)).isEmpty();
        assertThat(deliveries.list(null, "elsewhere", null, 10)).isEmpty();
        assertThat(deliveries.list(null, "desk", "c", 10)).hasSize(1);
        assertThat(deliveries.list(null, null, null, 1)).hasSize(1);
    }

    @Test
    void oneIsRedeliveredByEitherOfItsIds() throws Exception {
        Deliveries.Row held = deliveries.list("HELD", null, null, 1).getFirst();

        assertThat(deliveries.redeliver("msg_" + held.messageId(), clock.instant())).isTrue();
        assertThat(deliveries.redeliver(Long.toString(held.id()), clock.instant())).isTrue();
        assertThat(deliveries.redeliver("none", clock.instant())).isFalse();

        assertThat(database.rows("select state, due_at from delivery where id = " + held.id()))
                .containsExactly("WAITING|2026-11-20 12:00:00+00");
    }

    @Test
    void whatIsUnderWayIsLeftAlone() throws SQLException {
        DeliveryQueue queue = new DeliveryQueue(database.dataSource());
        long id =
                queue.claim(Map.of("desk", 1), clock.instant(), Duration.ofMinutes(1))
                        .getFirst()
                        .id();

        assertThat(deliveries.redeliver(Long.toString(id), clock.instant())).isFalse();
    }
}
