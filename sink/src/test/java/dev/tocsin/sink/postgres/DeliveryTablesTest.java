package dev.tocsin.sink.postgres;

import static dev.tocsin.sink.postgres.TestAlerts.alert;
import static dev.tocsin.sink.postgres.TestAlerts.desk;
import static dev.tocsin.sink.postgres.TestAlerts.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.DigestRhythm;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

final class DeliveryTablesTest {
    private static final String DELIVERIES =
            "select target, state, held_because, due_at from delivery order by id";
    private static final String ITEMS =
            "select alert_id, target, reason, delivery_id from delivery_item order by 1, 2, 3";

    private final SettableClock clock = new SettableClock();
    private TestDatabase database;
    private TestWriter writer;

    @BeforeEach
    void start() throws SQLException {
        database = TestDatabase.migrated();
        writer = new TestWriter(database, "cluster-1", clock);
    }

    @Test
    void anAlertGoesToEachOfItsTargetsOnce() throws Exception {
        AlertDelivery.Builder both = desk().setTargets(List.of("desk", "phone", "desk"));
        writer.write(record(0, alert("a", 1, 1, both)));

        writer.write(record(1, alert("a", 1, 1, both)), record(2, alert("a", 2, 2, both)));

        assertThat(database.rows("select target, state from delivery order by 1"))
                .containsExactly("desk|WAITING", "phone|WAITING");
    }

    @Test
    void anAlertWithoutTargetsIsStoredOnly() throws Exception {
        writer.write(record(0, alert("a", 1, 1, desk().setTargets(List.of()))));

        assertThat(database.rows("select id from alert")).containsExactly("a");
        assertThat(database.rows(DELIVERIES)).isEmpty();
    }

    @Test
    void everythingReadAgainByANewClusterAddsNothing() throws Exception {
        Alert raised = alert("a", 1, 1, desk().setUpdateAtOrigins(List.of(3)));
        Alert grown = alert("a", 2, 3, desk().setUpdateAtOrigins(List.of(3)));
        writer.write(record(0, raised));
        writer.write(record(1, grown));
        List<String> before = database.rows(ITEMS);

        TestWriter again = new TestWriter(database, "cluster-2", clock);
        again.write(record(0, raised));
        again.write(record(1, grown));
        database.execute("update alert set sequence = 0, independent_origins = 0");
        again.write(record(2, grown));

        assertThat(before).hasSize(2);
        assertThat(database.rows(ITEMS)).isEqualTo(before);
        assertThat(database.rows(DELIVERIES)).hasSize(2);
    }

    private static Alert ended(String id, int sequence, AlertDelivery.Builder delivery) {
        return Alert.newBuilder(alert(id, sequence, 1, delivery))
                .setKind(AlertKind.FEED_SILENCE)
                .setTitle("The feed speaks again")
                .setEvidence(List.of())
                .setEndedAt(TestRecords.NOON)
                .build();
    }

    @Test
    void theEndOfAnAlertIsToldOnceToThoseWhoWereAlarmed() throws Exception {
        writer.write(record(0, alert("a", 1, 1, desk())));
        writer.write(record(1, ended("a", 2, desk())));
        writer.write(record(2, ended("a", 3, desk())));

        assertThat(database.rows("select reason from delivery_item order by delivery_id"))
                .containsExactly("RAISED", "ENDED");
        assertThat(
                        database.rows(
                                "select title, ended_at is null, evidence::text = '[]' from alert"))
                .containsExactly("The feed speaks again|f|f");
    }

    @Test
    void theEndIsNotToldWhereTheRuleDoesNotWantIt() throws Exception {
        writer.write(record(0, alert("a", 1, 1, desk().setTellEnd(false))));
        writer.write(record(1, ended("a", 2, desk().setTellEnd(false))));

        assertThat(database.rows("select reason from delivery_item")).containsExactly("RAISED");
    }

    @Test
    void whatIsOverWhenItIsFirstReadIsToldAsNews() throws Exception {
        writer.write(record(0, ended("a", 2, desk())));

        assertThat(database.rows("select reason from delivery_item")).containsExactly("RAISED");
    }

    @Test
    void updatesAreToldOfAtTheOriginsThatTheRuleNames() throws Exception {
        AlertDelivery.Builder delivery = desk().setUpdateAtOrigins(List.of(3, 5));
        writer.write(record(0, alert("a", 1, 2, delivery)));
        writer.write(record(1, alert("a", 2, 3, delivery)));
        writer.write(record(2, alert("a", 3, 4, delivery)));
        writer.write(record(3, alert("a", 4, 6, delivery)));

        assertThat(database.rows("select reason from delivery_item order by delivery_id"))
                .containsExactly("RAISED", "ORIGINS_3", "ORIGINS_5");
    }

    @Test
    void whatIsHeldForOneMomentIsOneMessage() throws Exception {
        AlertDelivery.Builder hourly = desk().setDigest(DigestRhythm.HOURLY);
        writer.write(record(0, alert("a", 1, 1, hourly)), record(1, alert("b", 1, 1, hourly)));
        clock.advance(Duration.ofMinutes(20));
        writer.write(record(2, alert("c", 1, 1, hourly)));
        clock.advance(Duration.ofMinutes(40));
        writer.write(record(3, alert("d", 1, 1, hourly)));

        assertThat(database.rows(DELIVERIES))
                .containsExactly(
                        "desk|HELD|DIGEST|2026-11-20 13:00:00+00",
                        "desk|HELD|DIGEST|2026-11-20 14:00:00+00");
        assertThat(database.rows("select count(*) from delivery_item group by delivery_id"))
                .containsExactlyInAnyOrder("3", "1");
    }

    @Test
    void aBundleThatIsUnderWayIsJoinedNoMore() throws Exception {
        AlertDelivery.Builder hourly = desk().setDigest(DigestRhythm.HOURLY);
        writer.write(record(0, alert("a", 1, 1, hourly)));
        database.execute("update delivery set state = 'WAITING'");

        writer.write(record(1, alert("b", 1, 1, hourly)));

        assertThat(database.rows("select state from delivery order by id"))
                .containsExactly("WAITING", "HELD");
    }

    @Test
    void theCooldownHoldsWhatComesTooSoonAndLetsItComeTogether() throws Exception {
        AlertDelivery.Builder cooling = desk().setCooldownSeconds(1800);
        writer.write(record(0, alert("a", 1, 1, cooling)));
        clock.advance(Duration.ofMinutes(10));
        writer.write(record(1, alert("b", 1, 1, cooling)), record(2, alert("c", 1, 1, cooling)));
        clock.advance(Duration.ofMinutes(21));
        writer.write(record(3, alert("d", 1, 1, cooling)));

        assertThat(database.rows(DELIVERIES))
                .containsExactly(
                        "desk|WAITING|null|2026-11-20 12:00:00+00",
                        "desk|HELD|COOLDOWN|2026-11-20 12:30:00+00",
                        "desk|HELD|COOLDOWN|2026-11-20 13:00:00+00");
    }

    @Test
    void moreThanTheRuleAllowsInAnHourComesAtTheFullHour() throws Exception {
        AlertDelivery.Builder two = desk().setMostPerHour(2);
        writer.write(
                record(0, alert("a", 1, 1, two)),
                record(1, alert("b", 1, 1, two)),
                record(2, alert("c", 1, 1, two)),
                record(3, alert("d", 1, 1, two)));

        assertThat(database.rows(DELIVERIES))
                .containsExactly(
                        "desk|WAITING|null|2026-11-20 12:00:00+00",
                        "desk|WAITING|null|2026-11-20 12:00:00+00",
                        "desk|HELD|LIMIT|2026-11-20 13:00:00+00");
    }

    @Test
    void quietHoursHoldUntilMorningInTheRulesZone() throws Exception {
        writer.write(
                record(
                        0,
                        alert(
                                "a",
                                1,
                                1,
                                desk().setQuietFrom(720).setQuietTo(960).setZone("Europe/Kyiv"))));

        assertThat(database.rows(DELIVERIES))
                .containsExactly("desk|HELD|QUIET_HOURS|2026-11-20 14:00:00+00");
    }

    @Test
    void wishesThatMakeNoSenseHoldNothingBack() throws Exception {
        writer.write(
                record(
                        0,
                        alert(
                                "a",
                                1,
                                1,
                                desk().setZone("Nowhere/Land")
                                        .setCooldownSeconds(-5)
                                        .setMostPerHour(-1)
                                        .setQuietFrom(600))));

        assertThat(database.rows(DELIVERIES))
                .containsExactly("desk|WAITING|null|2026-11-20 12:00:00+00");
    }

    @Test
    void alertsOfLongAgoAreParkedAndNotSentAsNews() throws Exception {
        clock.advance(Duration.ofDays(4));

        writer.write(record(0, alert("a", 1, 1, desk())));

        assertThat(database.rows("select state, last_error like '%three days%' from delivery"))
                .containsExactly("PARKED|t");
    }
}
