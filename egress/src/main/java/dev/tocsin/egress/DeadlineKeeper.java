package dev.tocsin.egress;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Cuts exchanges off at their deadline, from outside, since whoever waits for a socket does not
 * look at the clock. One thread keeps the time of all of them.
 */
final class DeadlineKeeper implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("egress-deadlines").factory());

    DeadlineKeeper() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * @param cut ends the exchange; on a thread of its own, as closing a connection may take time
     * @return to be closed when the exchange is over
     */
    Watched watch(Deadline deadline, Runnable cut) {
        Future<?> pending =
                timer.schedule(
                        () -> Thread.startVirtualThread(cut),
                        deadline.nanosLeft(),
                        TimeUnit.NANOSECONDS);
        return () -> pending.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** An exchange under way. */
    @FunctionalInterface
    interface Watched extends AutoCloseable {
        @Override
        void close();
    }
}
