package dev.tocsin.bench.deliver;

import dev.tocsin.bench.measure.Waiting;
import dev.tocsin.egress.EgressPolicy;
import dev.tocsin.sink.channel.Channels;
import dev.tocsin.sink.postgres.DeliveryQueue;
import dev.tocsin.sink.targets.CurrentTargets;
import dev.tocsin.sink.targets.Targets;
import dev.tocsin.sink.worker.DeliveryWorker;
import dev.tocsin.sink.worker.WorkerSettings;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** The product's worker at a table full of deliveries. */
final class WorkerLoop implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final Desk desk;
    private final Targets targets;
    private final Channels channels =
            new Channels(
                    new EgressPolicy(List.of("127.0.0.1"), DEADLINE, 10_000, "tocsin-bench"),
                    Clock.systemUTC());

    WorkerLoop(Desk desk, Targets targets) {
        this.desk = desk;
        this.targets = targets;
    }

    /** A new one for each round. */
    DeliveryWorker worker() {
        return new DeliveryWorker(
                new DeliveryQueue(desk.dataSource()),
                new CurrentTargets(targets),
                channels,
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                WorkerSettings.of(DEADLINE));
    }

    /** Until the table says of each delivery that it was delivered. */
    void run(DeliveryWorker worker, Receiver receiver, int received) {
        worker.start();
        Waiting.until("deliveries", LOOK, () -> receiver.received() >= received);
        Waiting.until("the table", LOOK, this::isEmpty);
    }

    private boolean isEmpty() {
        try {
            return desk.open() == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        channels.close();
    }
}
