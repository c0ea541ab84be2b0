package dev.tocsin.ingest.poll;

import java.util.concurrent.Semaphore;

/**
 * How much is read at once. A tree takes many times the memory of its document, so large documents
 * wait for one another, while ordinary ones pass. Safe for many threads.
 */
final class ReadingRoom {
    private static final int MIB = 1 << 20;
    private static final int SEATS = 16;

    private final Semaphore seats = new Semaphore(SEATS, true);

    /** A place for a document of so many bytes, until it is closed. Waits if need be. */
    Seat take(int bytes) {
        int needed = Math.min(SEATS, 1 + bytes / MIB);
        seats.acquireUninterruptibly(needed);
        return () -> seats.release(needed);
    }

    /** A place that is taken. */
    @FunctionalInterface
    interface Seat extends AutoCloseable {
        @Override
        void close();
    }
}
