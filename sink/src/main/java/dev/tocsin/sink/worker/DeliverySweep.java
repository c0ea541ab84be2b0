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
    private static final String TROUBLE =
            "Old deliveries cannot be removed; trying again every hour.";
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final OldDeliveries old;
    private final Duration kept;
    private final Clock clock;
    private final Duration every;
    private final AtomicLong removed = new AtomicLong();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("delivery-sweep").unstarted(this::run);
    private volatile String trouble = "";

    /**
     * @param kept how long after their end
     */
    public DeliverySweep(OldDeliveries old, Duration kept, Clock clock) {
        this(old, kept, clock, EVERY);
    }

    DeliverySweep(OldDeliveries old, Duration kept, Clock clock, Duration every) {
        this.old = old;
        this.kept = kept;
        this.clock = clock;
        this.every = every;
    }

    /** Starts the thread; returns at once. */
    public void start() {
        thread.start();
    }

    /** How it is; cheap, at any time. */
    public SweepHealth health() {
        return new SweepHealth(removed.get(), trouble);
    }

    private void run() {
        try {
            do {
                sweepSafely();
            } while (!stopping.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepSafely() {
        try {
            sweep();
            trouble = "";
        } catch (SQLException e) {
            trouble = TROUBLE;
            log.atWarn()
                    .addKeyValue("sqlState", e.getSQLState())
                    .log("old deliveries cannot be removed; trying again in an hour");
        } catch (RuntimeException e) {
            trouble = TROUBLE;
            log.atError()
                    .setCause(e)
                    .log("removing old deliveries failed; trying again in an hour");
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
