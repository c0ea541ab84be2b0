package dev.tocsin.sink.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** What is under way to one target in this process. */
final class Lane {
    /** Claimed ahead for each that is being sent, so that a quick target never waits for claims. */
    private static final int AHEAD = 8;

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

    /**
     * How many more may be claimed; none until there is room for many, as a claim has its price.
     */
    synchronized int room(Instant now) {
        return now.isBefore(pausedUntil) || isWellFilled() ? 0 : concurrency * AHEAD - claimed;
    }

    private boolean isWellFilled() {
        return claimed > concurrency * AHEAD / 2;
    }

    synchronized void claimed(int number, int asked) {
        claimed += number;
        mayHaveMore = number == asked;
    }

    /** One is over; true if there is room again and more of them are likely to be due. */
    synchronized boolean done() {
        claimed--;
        return mayHaveMore && !isWellFilled();
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
