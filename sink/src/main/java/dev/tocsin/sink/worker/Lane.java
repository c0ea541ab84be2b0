package dev.tocsin.sink.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** What is under way to one target in this process. */
final class Lane {
    /** Claimed ahead for each that is being sent, so that a quick target never waits for claims. */
    private static final int AHEAD = 4;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final int concurrency;
    private final Semaphore sending;
    private int claimed;
    private boolean mayHaveMore;
    private Instant pausedUntil = Instant.MIN;

    Lane(int concurrency) {
        this.concurrency = concurrency;
        this.sending = new Semaphore(concurrency);
    }

    int concurrency() {
        return concurrency;
    }

    /** How many more may be claimed. */
    synchronized int room(Instant now) {
        return now.isBefore(pausedUntil) ? 0 : concurrency * AHEAD - claimed;
    }

    synchronized void claimed(int number, int asked) {
        claimed += number;
        mayHaveMore = number == asked;
    }

    /** One is over; true if more of them are likely to be due. */
    synchronized boolean done() {
        claimed--;
        return mayHaveMore;
    }

    /** The target wants to be left alone. */
    synchronized void pause(Instant now, Duration wish) {
        pausedUntil = now.plus(wish.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wish);
    }

    void enter() throws InterruptedException {
        sending.acquire();
    }

    void leave() {
        sending.release();
    }
}
