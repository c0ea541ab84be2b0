package dev.tocsin.sink.worker;

import dev.tocsin.sink.postgres.OldDeliveries;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Removes deliveries that were over long ago, at the start and every hour. */
public final class DeliverySweep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DeliverySweep.class);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final OldDeliveries old;
    private final Duration kept;
    private final Clock clock;
    private final AtomicLong removed = new AtomicLong();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("delivery-sweep").unstarted(this::run);

    /**
     * @param kept how long after their end
     */
    public DeliverySweep(OldDeliveries old, Duration kept, Clock clock) {
        this.old = old;
        this.kept = kept;
        this.clock = clock;
    }

    /** Starts the thread; returns at once. */
    public void start() {
        thread.start();
    }

    /** How many this process has removed. */
    public long removed() {
        return removed.get();
    }

    private void run() {
        try {
            do {
                sweepSafely();
            } while (!stopping.await(1, TimeUnit.HOURS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepSafely() {
        try {
            sweep();
        } catch (SQLException e) {
            log.atWarn()
                    .addKeyValue("sqlState", e.getSQLState())
                    .log("old deliveries cannot be removed; trying again in an hour");
        }
    }

    /** Batch after batch, so that nobody waits for a lock for long. */
    void sweep() throws SQLException {
        Instant before = clock.instant().minus(kept);
        long sum = 0;
        int last = OldDeliveries.BATCH;
        while (last == OldDeliveries.BATCH && stopping.getCount() > 0) {
            last = old.remove(before);
            sum += last;
            removed.addAndGet(last);
        }
        if (sum > 0) {
            log.atInfo()
                    .addKeyValue("deliveries", sum)
                    .addKeyValue("endedBefore", before)
                    .log("old deliveries removed");
        }
    }

    /** Stops after the batch in hand. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(STOP)) {
                log.atWarn().log("removing old deliveries takes too long; not waiting for it");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
