package dev.tocsin.egress;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One request to a host at a time, and a pause between two, whoever asks. Whoever plans requests
 * ahead hardly ever waits here; redirects, which lead to hosts that nobody planned for, do. A host
 * is forgotten once its pause is over. Safe for many threads.
 */
final class HostTurns {
    /** Hosts whose pause is over are swept out whenever so many have come in. */
    private static final int SWEEP = 1_024;

    private final long pauseNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Host> hosts = new HashMap<>();
    private int sweepAt = SWEEP;

    /**
     * @param pause between the end of a request and the next one to the same host; without one
     *     requests are not kept apart at all
     */
    HostTurns(Duration pause) {
        this.pauseNanos = pause.toNanos();
    }

    /**
     * Waits for the host and occupies it until the turn is closed.
     *
     * @param host in one spelling, in lower case
     * @throws EgressException if it is still occupied at the deadline
     */
    Turn take(String host, Deadline deadline) throws EgressException, InterruptedException {
        if (pauseNanos == 0) {
            return () -> {};
        }
        lock.lockInterruptibly();
        try {
            Host entry = hosts.computeIfAbsent(host, _ -> new Host(lock.newCondition()));
            entry.waiting++;
            try {
                await(host, entry, deadline.nanosLeft());
            } finally {
                entry.waiting--;
            }
            entry.busy = true;
            return () -> release(entry);
        } finally {
            lock.unlock();
        }
    }

    private static void await(String name, Host host, long patienceNanos)
            throws EgressException, InterruptedException {
        long left = patienceNanos;
        while (host.busy || host.pauseLeft() > 0) {
            if (left <= 0) {
                throw new EgressException(
                        EgressError.HOST_BUSY,
                        "A redirect leads to %s, which is busy answering other requests of ours."
                                .formatted(name));
            }
            long wait = host.busy ? left : Math.min(left, host.pauseLeft());
            left -= wait - Math.max(0, host.free.awaitNanos(wait));
        }
    }

    private void release(Host host) {
        lock.lock();
        try {
            host.busy = false;
            host.freeAt = System.nanoTime() + pauseNanos;
            host.free.signal();
            sweep();
        } finally {
            lock.unlock();
        }
    }

    private void sweep() {
        if (hosts.size() >= sweepAt) {
            hosts.values().removeIf(Host::isForgettable);
            sweepAt = Math.max(SWEEP, 2 * hosts.size());
        }
    }

    /** How many hosts are remembered. */
    int size() {
        lock.lock();
        try {
            return hosts.size();
        } finally {
            lock.unlock();
        }
    }

    /** The host is ours until it is closed. */
    @FunctionalInterface
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    private static final class Host {
        private final Condition free;
        private boolean busy;
        private int waiting;
        private long freeAt = System.nanoTime();

        Host(Condition free) {
            this.free = free;
        }

        long pauseLeft() {
            return freeAt - System.nanoTime();
        }

        boolean isForgettable() {
            return !busy && waiting == 0 && pauseLeft() <= 0;
        }
    }
}
