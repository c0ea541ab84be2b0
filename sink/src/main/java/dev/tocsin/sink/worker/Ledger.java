package dev.tocsin.sink.worker;

import dev.tocsin.sink.postgres.DeliveryQueue;
import dev.tocsin.sink.postgres.DeliveryQueue.Settled;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Writes what came of attempts, as many at a time as have come together. While the database is away
 * it keeps them; what it cannot write before the process ends is sent again, under the same id.
 */
final class Ledger implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Ledger.class);
    private static final int MOST = 1_000;

    /** So that a busy worker commits dozens at a time. */
    private static final long GATHER_MILLIS = 25;

    private static final long PAUSE_MILLIS = 500;
    private static final Duration STOP = Duration.ofSeconds(5);

    private final DeliveryQueue queue;
    private final BlockingQueue<Settled> settled = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofVirtual().name("delivery-ledger").unstarted(this::run);
    private volatile boolean stopping;

    Ledger(DeliveryQueue queue) {
        this.queue = queue;
    }

    void start() {
        thread.start();
    }

    void add(Settled each) {
        settled.add(each);
    }

    private void run() {
        List<Settled> batch = new ArrayList<>();
        try {
            while (!stopping || !settled.isEmpty() || !batch.isEmpty()) {
                fill(batch);
                if (!batch.isEmpty() && write(batch)) {
                    batch.clear();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void fill(List<Settled> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            Settled first = settled.poll(PAUSE_MILLIS / 5, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                gather();
            }
        }
        settled.drainTo(batch, MOST - batch.size());
    }

    /** A full batch waits for nothing. */
    private void gather() throws InterruptedException {
        if (settled.size() < MOST) {
            Thread.sleep(GATHER_MILLIS);
        }
    }

    private boolean write(List<Settled> batch) throws InterruptedException {
        try {
            queue.settle(batch);
            return true;
        } catch (SQLException e) {
            log.atWarn()
                    .addKeyValue("attempts", batch.size())
                    .addKeyValue("sqlState", e.getSQLState())
                    .log("what came of deliveries cannot be written yet");
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("attempts", batch.size())
                    .setCause(e)
                    .log("writing what came of deliveries failed; trying again");
        }
        Thread.sleep(PAUSE_MILLIS);
        return false;
    }

    /** Writes what is left, for at most five seconds. */
    @Override
    public void close() {
        stopping = true;
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(STOP)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
