package dev.tocsin.sink.worker;

import dev.tocsin.sink.channel.Channels;
import dev.tocsin.sink.deliver.Retry;
import dev.tocsin.sink.postgres.DeliveryQueue;
import dev.tocsin.sink.targets.Targets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Sends deliveries that are due. Any number of workers may run, in one process or many. Targets do
 * not wait for each other: each has lanes of its own, and what is due for a target whose lanes are
 * full stays in the table.
 *
 * <p>A message goes out at least once; its id is the same each time.
 */
public final class DeliveryWorker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Supplier<Targets> targets;
    private final Clock clock;
    private final WorkerSettings settings;
    private final Bell bell = new Bell();
    private final Ledger ledger;
    private final Settlements settlements;
    private final Senders senders;
    private final Claims claims;
    private final Thread thread = Thread.ofPlatform().name("tocsin-deliver").unstarted(this::run);
    private volatile String trouble = "";
    private volatile boolean stopping;

    /**
     * @param targets asked again and again
     * @param random spreads repetitions
     */
    public DeliveryWorker(
            DeliveryQueue queue,
            Supplier<Targets> targets,
            Channels channels,
            Clock clock,
            RandomGenerator random,
            WorkerSettings settings) {
        this.targets = targets;
        this.clock = clock;
        this.settings = settings;
        this.ledger = new Ledger(queue);
        this.settlements = new Settlements(new Verdict(new Retry(random)), ledger, clock);
        this.senders = new Senders(channels, settlements, clock, settings.attempt(), bell::ring);
        this.claims = new Claims(queue, senders, settlements, settings.lease());
    }

    /** Starts the thread; returns at once. */
    public void start() {
        ledger.start();
        thread.start();
    }

    /** Something may be due; cheap, from any thread. */
    public void wake() {
        bell.ring();
    }

    /** How it is; cheap, at any time. */
    public DeliveryHealth health() {
        return settlements.health(trouble);
    }

    private void run() {
        try {
            while (!stopping) {
                if (!claim()) {
                    bell.rest(settings.look());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** True if there may be more at once. */
    private boolean claim() {
        try {
            boolean isBusy = claims.claim(targets.get(), clock.instant());
            trouble = "";
            return isBusy;
        } catch (SQLException e) {
            complain(e);
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("the delivery worker failed and goes on");
        }
        return false;
    }

    private void complain(SQLException e) {
        if (trouble.isEmpty()) {
            log.atWarn()
                    .addKeyValue("sqlState", e.getSQLState())
                    .log("deliveries cannot be read from PostgreSQL; trying again");
        }
        trouble = "PostgreSQL does not give out deliveries; trying again every second.";
    }

    /**
     * Claims nothing more, waits a few seconds for what is under way and writes what came of it.
     */
    @Override
    public void close() {
        stopping = true;
        senders.stop();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        bell.ring();
        try {
            thread.join(STOP);
            senders.await(STOP);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        ledger.close();
    }
}
