package dev.tocsin.sink.worker;

import dev.tocsin.sink.postgres.DeliveryQueue.Claimed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** What is under way to one target in this process, and what is claimed for it and waits. */
final class Lane {
    /**
     * As much is claimed ahead as goes out in this time, so that a quick target never waits for
     * claims and a slow one does not hold what another process could send.
     */
    private static final Duration AHEAD = Duration.ofMillis(500);

    private static final int LEAST_AHEAD = 4;
    private static final int MOST_AHEAD = 64;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final int concurrency;
    private final Queue<Claimed> waiting = new ArrayDeque<>();
    private int senders;
    private int ahead = LEAST_AHEAD;
    private boolean mayHaveMore;
    private Instant pausedUntil = Instant.MIN;

    Lane(int concurrency) {
        this.concurrency = concurrency;
    }

    int concurrency() {
        return concurrency;
    }

    /** How many more may be claimed; none where it is not worth the price of a claim. */
    synchronized int room(Instant now) {
        int room = most() - claimed();
        return now.isBefore(pausedUntil) || room < most() / 4 ? 0 : room;
    }

    /** Whether it may soon be idle. */
    synchronized boolean isHungry(Instant now) {
        return !now.isBefore(pausedUntil) && claimed() <= most() / 2;
    }

    private int most() {
        return concurrency * ahead;
    }

    private int claimed() {
        return waiting.size() + senders;
    }

    /** Whether as many came as were asked for, so that more are likely to be due. */
    synchronized void asked(boolean isSatisfied) {
        mayHaveMore = isSatisfied;
    }

    /**
     * True if another sender is to be started, which asks for {@link #next} until there is none.
     */
    synchronized boolean add(Claimed claimed) {
        waiting.add(claimed);
        if (senders == concurrency) {
            return false;
        }
        senders++;
        return true;
    }

    /** For a sender; after null it is one no more. */
    synchronized @Nullable Claimed next() {
        Claimed next = waiting.poll();
        if (next == null) {
            senders--;
        }
        return next;
    }

    /** True if there is room again and more of them are likely to be due. */
    synchronized boolean wantsMore(Instant now) {
        return mayHaveMore && isHungry(now);
    }

    synchronized void took(Duration time) {
        long inTime = AHEAD.toNanos() / Math.max(1, time.toNanos());
        ahead = Math.clamp(inTime, LEAST_AHEAD, MOST_AHEAD);
    }

    /** The target wants to be left alone. */
    synchronized void pause(Instant now, Duration wish) {
        pausedUntil = now.plus(wish.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wish);
    }
}
