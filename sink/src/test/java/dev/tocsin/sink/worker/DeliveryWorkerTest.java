package dev.tocsin.sink.worker;

import static dev.tocsin.sink.postgres.TestAlerts.alert;
import static dev.tocsin.sink.postgres.TestAlerts.desk;
import static dev.tocsin.sink.postgres.TestAlerts.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.egress.EgressPolicy;
import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.sink.channel.Channels;
import dev.tocsin.sink.channel.Outcome;
import dev.tocsin.sink.postgres.Deliveries;
import dev.tocsin.sink.postgres.DeliveryQueue;
import dev.tocsin.sink.postgres.DueListener;
import dev.tocsin.sink.postgres.SettableClock;
import dev.tocsin.sink.postgres.TestDatabase;
import dev.tocsin.sink.postgres.TestWriter;
import dev.tocsin.sink.targets.CurrentTargets;
import dev.tocsin.sink.targets.Target;
import dev.tocsin.sink.targets.Targets;
import dev.tocsin.sink.targets.TargetsReader;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

final class DeliveryWorkerTest {
    private static final EgressPolicy LOOPBACK =
            new EgressPolicy(List.of("127.0.0.1"), Duration.ofSeconds(20), 10_000, "tocsin-test");
    private static final String STATES =
            "select target, state, attempts, last_status from delivery order by id";

    private final SettableClock clock = new SettableClock();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final CurrentTargets targets = new CurrentTargets(Targets.NONE);
    @TempDir private Path folder = Path.of("");
    private TestDatabase database;
    private TestWriter writer;
    private Receiver receiver;
    private Channels channels;

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }

    @BeforeEach
    void start() throws Exception {
        database = TestDatabase.migrated();
        writer = new TestWriter(database, "cluster-1", clock);
        receiver = keep(new Receiver());
        channels = keep(new Channels(LOOPBACK, clock));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void whatIsDueIsDeliveredAndTheAttemptIsRecorded() throws Exception {
        receiver.on("/desk", Receiver.status(204));
        webhooks("desk");
        tell("a", 1, desk());

        worker();

        awaitRows(STATES, "desk|DELIVERED|1|204");
        assertThat(database.rows("select outcome, status, error_text from delivery_attempt"))
                .containsExactly("DELIVERED|204|null");
        assertThat(receiver.received("/desk")).hasSize(1);
    }

    @Test
    void whatFailsIsRepeatedUnderTheSameIdUntilItIsTaken() throws Exception {
        receiver.on("/desk", Receiver.statusAtFirst(500, 2));
        webhooks("desk");
        tell("a", 1, desk());

        worker();
        awaitRows(STATES, "desk|WAITING|1|500");
        clock.advance(Duration.ofSeconds(5));
        awaitRows(STATES, "desk|WAITING|2|500");
        clock.advance(Duration.ofSeconds(15));
        awaitRows(STATES, "desk|DELIVERED|3|204");

        assertThat(ids("/desk")).hasSize(3).containsOnly(ids("/desk").getFirst());
        assertThat(database.rows("select outcome from delivery_attempt order by at"))
                .containsExactly("FAILED", "FAILED", "DELIVERED");
    }

    @Test
    void aReceiverThatDropsTheConnectionAfterReceivingCanTellTheRepetition() throws Exception {
        receiver.on(
                "/desk",
                (exchange, number) -> {
                    if (number > 1) {
                        exchange.sendResponseHeaders(200, -1);
                    }
                });
        webhooks("desk");
        tell("a", 1, desk());

        worker();
        awaitRows(STATES, "desk|WAITING|1|null");
        clock.advance(Duration.ofSeconds(5));
        awaitRows(STATES, "desk|DELIVERED|2|200");

        assertThat(ids("/desk")).hasSize(2).containsOnly(ids("/desk").getFirst());
    }

    @Test
    void theReceiversWishToWaitIsHeeded() throws Exception {
        receiver.on(
                "/desk",
                (exchange, number) -> {
                    exchange.getResponseHeaders().set("Retry-After", "600");
                    exchange.sendResponseHeaders(number == 1 ? 429 : 200, -1);
                });
        webhooks("desk");
        tell("a", 1, desk());

        worker();
        awaitRows(STATES, "desk|WAITING|1|429");

        assertThat(database.rows("select due_at from delivery"))
                .containsExactly("2026-11-20 12:10:00+00");
    }

    @Test
    void aTargetThatIsGoneIsParkedAtOnceAndCanBeRedelivered() throws Exception {
        receiver.on("/desk", Receiver.statusAtFirst(410, 1));
        webhooks("desk");
        tell("a", 1, desk());

        DeliveryWorker worker = worker();
        awaitRows(STATES, "desk|PARKED|1|410");
        assertThat(database.rows("select last_error from delivery").getFirst())
                .contains("410", "make a new address");

        Deliveries deliveries = new Deliveries(database.dataSource());
        assertThat(deliveries.redeliverParked("elsewhere", clock.instant())).isZero();
        assertThat(deliveries.redeliverParked("desk", clock.instant())).isEqualTo(1);
        worker.wake();

        awaitRows(STATES, "desk|DELIVERED|1|200".replace("200", "204"));
        assertThat(ids("/desk")).hasSize(2).containsOnly(ids("/desk").getFirst());
    }

    @Test
    void afterThreeDaysOfFailuresADeliveryIsParkedWithTheLastError() throws Exception {
        receiver.on("/desk", Receiver.status(503));
        webhooks("desk");
        tell("a", 1, desk());

        worker();
        awaitRows(STATES, "desk|WAITING|1|503");
        clock.advance(Duration.ofDays(3));

        awaitRows(STATES, "desk|PARKED|2|503");
        assertThat(database.rows("select last_error from delivery").getFirst())
                .contains("503", "three days");
    }

    @Test
    void aSlowTargetDelaysNobodyElse() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        receiver.on(
                "/slow",
                (exchange, _) -> {
                    over.await();
                    exchange.sendResponseHeaders(200, -1);
                });
        receiver.on("/desk", Receiver.status(200));
        webhooks("slow", "desk");
        AlertDelivery.Builder both = desk().setTargets(List.of("slow", "desk"));
        for (int number = 0; number < 40; number++) {
            tell("a" + number, 1, both);
        }

        worker();

        await().until(() -> receiver.received("/desk").size() == 40);
        assertThat(receiver.received("/slow")).hasSize(4);
        over.countDown();
        await().until(() -> receiver.received("/slow").size() == 40);
    }

    @Test
    void whatACrashedWorkerHadSentIsSentAgainUnderTheSameIdAndNotLost() throws Exception {
        receiver.on("/desk", Receiver.status(200));
        webhooks("desk");
        tell("a", 1, desk());
        DeliveryQueue queue = new DeliveryQueue(database.dataSource());
        DeliveryQueue.Claimed claimed =
                queue.claim(Map.of("desk", 9), clock.instant(), Duration.ofMinutes(2)).getFirst();
        Target desk = targets.get().find("desk").orElseThrow();
        assertThat(channels.send(desk, claimed.message().orElseThrow()))
                .isInstanceOf(Outcome.Delivered.class);

        DeliveryWorker worker = worker();
        assertThat(queue.claim(Map.of("desk", 9), clock.instant(), Duration.ofMinutes(2)))
                .isEmpty();
        clock.advance(Duration.ofMinutes(2));
        worker.wake();

        awaitRows(STATES, "desk|DELIVERED|1|200");
        assertThat(ids("/desk")).hasSize(2).containsOnly(ids("/desk").getFirst());
    }

    @Test
    void whoeverIsSlowAndHasLostTheLeaseChangesNothing() throws Exception {
        webhooks("desk");
        tell("a", 1, desk());
        DeliveryQueue queue = new DeliveryQueue(database.dataSource());
        DeliveryQueue.Claimed lost =
                queue.claim(Map.of("desk", 9), clock.instant(), Duration.ofMinutes(1)).getFirst();
        clock.advance(Duration.ofMinutes(1));
        queue.claim(Map.of("desk", 9), clock.instant(), Duration.ofMinutes(1));

        queue.settle(
                List.of(
                        new DeliveryQueue.Settled(
                                lost,
                                clock.instant(),
                                Duration.ZERO,
                                500,
                                "too late",
                                DeliveryQueue.Next.PARKED,
                                null)));

        assertThat(database.rows("select state, last_error from delivery"))
                .containsExactly("WAITING|null");
    }

    @Test
    void twoWorkersShareTheWorkAndSendNothingTwice() throws Exception {
        receiver.on("/desk", Receiver.status(200));
        webhooks("desk");
        for (int number = 0; number < 60; number++) {
            tell("a" + number, 1, desk());
        }

        worker();
        worker();

        await().until(() ->
                database.rows("select count(*) from delivery where state = 'DELIVERED'")
                        .contains("60"));
        assertThat(ids("/desk")).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void manyWorkersAtASlowTargetSendNothingTwiceAndKeepToItsConcurrencyEach() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        receiver.on(
                "/desk",
                (exchange, _) -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    Thread.sleep(5);
                    underWay.decrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                });
        webhooks("desk");
        for (int number = 0; number < 150; number++) {
            tell("a" + number, 1, desk());
        }

        worker();
        worker();
        worker();

        await().until(() ->
                database.rows("select count(*) from delivery where state = 'DELIVERED'")
                        .contains("150"));
        assertThat(ids("/desk")).hasSize(150).doesNotHaveDuplicates();
        assertThat(most.get()).isLessThanOrEqualTo(3 * 4);
    }

    @Test
    void whatHadBeenSentWhenItsOutcomeWasLostIsSentOnceMoreUnderTheSameId() throws Exception {
        receiver.on("/desk", Receiver.status(200));
        webhooks("desk");
        for (int number = 0; number < 20; number++) {
            tell("a" + number, 1, desk());
        }
        database.execute("alter table delivery_attempt rename to away");
        DeliveryWorker dying = worker();
        await().until(() -> receiver.received("/desk").size() == 20);
        dying.close();
        database.execute("alter table away rename to delivery_attempt");

        DeliveryWorker next = worker();
        clock.advance(Duration.ofMinutes(2));
        next.wake();

        await().until(() ->
                database.rows("select count(*) from delivery where state = 'DELIVERED'")
                        .contains("20"));
        assertThat(ids("/desk")).hasSize(40);
        assertThat(Set.copyOf(ids("/desk"))).hasSize(20);
    }

    @Test
    void whatWasHeldGoesOutTogetherWhenItsMomentComes() throws Exception {
        receiver.on("/desk", Receiver.status(200));
        webhooks("desk");
        tell("a", 1, desk());
        AlertDelivery.Builder cooling = desk().setCooldownSeconds(600);
        tell("b", 1, cooling);
        tell("c", 1, cooling);

        DeliveryWorker worker = worker();
        awaitRows("select count(*) from delivery where state = 'DELIVERED'", "1");
        clock.advance(Duration.ofMinutes(10));
        worker.wake();

        await().until(() -> receiver.received("/desk").size() == 2);
        assertThat(receiver.received("/desk").get(1).body())
                .startsWith("{\"type\":\"alert.digest\"")
                .contains("About b", "About c")
                .doesNotContain("About a");
    }

    @Test
    void anUnknownTargetIsToldOfAndServedOnceItIsThere() throws Exception {
        receiver.on("/desk", Receiver.status(200));
        tell("a", 1, desk());

        DeliveryWorker worker = worker();
        awaitRows(STATES, "desk|WAITING|1|null");
        assertThat(database.rows("select last_error from delivery").getFirst())
                .contains("no target \"desk\"");
        webhooks("desk");
        clock.advance(Duration.ofSeconds(10));
        worker.wake();

        awaitRows(STATES, "desk|DELIVERED|2|200");
    }

    @Test
    void aWorkerThatListensSendsWhatAnotherProcessStoresWithoutLookingForIt() throws Exception {
        receiver.on("/desk", Receiver.status(200));
        webhooks("desk");
        DeliveryWorker worker = worker(Duration.ofHours(1));
        AtomicInteger heard = new AtomicInteger();
        DueListener listener =
                keep(
                        new DueListener(
                                database.access(),
                                () -> {
                                    worker.wake();
                                    heard.incrementAndGet();
                                },
                                clock));
        listener.start();
        await().until(() -> heard.get() == 1);

        tell("a", 1, desk());

        awaitRows(STATES, "desk|DELIVERED|1|200");
    }

    @Test
    void theWorkerOutlivesItsDatabase() throws Exception {
        receiver.on("/desk", Receiver.status(200));
        webhooks("desk");
        tell("a", 1, desk());
        database.execute("alter table delivery rename to away");

        DeliveryWorker worker = worker();
        await().until(() -> !worker.health().isHealthy());
        database.execute("alter table away rename to delivery");

        awaitRows(STATES, "desk|DELIVERED|1|200");
        await().until(() -> worker.health().isHealthy());
    }

    private void tell(String id, int sequence, AlertDelivery.Builder delivery) throws Exception {
        writer.write(record(offset++, alert(id, sequence, 1, delivery)));
    }

    private long offset;

    private void webhooks(String... names) throws Exception {
        StringBuilder yaml = new StringBuilder("targets:\n");
        for (String name : names) {
            yaml.append(
                    "  %s: {kind: webhook, url: \"%s\", secret: %s}\n"
                            .formatted(
                                    name,
                                    receiver.uri("/" + name),
                                    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        }
        Path file = Files.writeString(folder.resolve("alerts.yaml"), yaml);
        targets.swap(new TargetsReader(Map.of()).read(file));
    }

    private DeliveryWorker worker() {
        return worker(Duration.ofMillis(50));
    }

    private DeliveryWorker worker(Duration look) {
        DeliveryWorker worker =
                keep(
                        new DeliveryWorker(
                                new DeliveryQueue(database.dataSource()),
                                targets,
                                channels,
                                clock,
                                new SplittableRandom(5),
                                new WorkerSettings(
                                        Duration.ofMinutes(2), Duration.ofSeconds(20), look)));
        worker.start();
        return worker;
    }

    private List<String> ids(String path) {
        return receiver.received(path).stream().map(Receiver.Received::id).toList();
    }

    private void awaitRows(String sql, String... rows) {
        await().untilAsserted(() -> assertThat(rows(sql)).containsExactly(rows));
    }

    private List<String> rows(String sql) throws SQLException {
        return database.rows(sql);
    }

    private <T extends AutoCloseable> T keep(T each) {
        open.add(each);
        return each;
    }
}
