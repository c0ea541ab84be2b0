package dev.tocsin.ingest.push;

import dev.tocsin.schemas.FeedCursor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When to ask a hub for a subscription, and what its answers mean for the feed's cursor. */
public final class Leases {
    /** What is asked for; WebSub calls it a good default (section 8.2). */
    static final Duration WANTED = Duration.ofDays(10);

    private static final Duration LONGEST_REMAINDER = WANTED.dividedBy(4);
    private static final Duration LEAST_PATIENCE = Duration.ofHours(1);
    private static final Duration MOST_PATIENCE = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 5;

    private Leases() {}

    /** Whether to ask now: without a lease, or in its last quarter, and not too often. */
    static boolean isDue(FeedCursor cursor, Instant now) {
        boolean isTooSoon =
                cursor.getHubRequestedAt()
                        .map(last -> last.plus(patience(cursor.getHubAttempts())))
                        .filter(now::isBefore)
                        .isPresent();
        return !isTooSoon && renewAt(cursor).filter(now::isBefore).isEmpty();
    }

    private static Duration patience(int attempts) {
        int doublings = Math.clamp(attempts - 1, 0, MOST_DOUBLINGS);
        Duration patience = LEAST_PATIENCE.multipliedBy(1L << doublings);
        return patience.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : patience;
    }

    private static Optional<Instant> renewAt(FeedCursor cursor) {
        return cursor.getHubLeaseUntil().map(until -> until.minus(remainder(cursor, until)));
    }

    private static Duration remainder(FeedCursor cursor, Instant until) {
        return cursor.getHubRequestedAt()
                .map(asked -> Duration.between(asked, until).dividedBy(4))
                .filter(quarter -> quarter.compareTo(LONGEST_REMAINDER) < 0)
                .orElse(LONGEST_REMAINDER);
    }

    /** A request is on its way. */
    static FeedCursor asked(FeedCursor cursor, Instant now) {
        return FeedCursor.newBuilder(cursor)
                .setHubRequestedAt(now)
                .setHubAttempts(cursor.getHubAttempts() + 1)
                .build();
    }

    /** The hub confirmed: it pushes until then. */
    public static FeedCursor granted(FeedCursor cursor, Instant until) {
        return pollingInTime(
                FeedCursor.newBuilder(cursor).setHubLeaseUntil(until).setHubAttempts(0).build());
    }

    /** The hub will not push, or not any more (section 5.2); it is asked again in a day. */
    public static FeedCursor denied(FeedCursor cursor, Instant at) {
        return FeedCursor.newBuilder(cursor)
                .setHubLeaseUntil(null)
                .setHubRequestedAt(at)
                .setHubAttempts(MOST_DOUBLINGS + 1)
                .build();
    }

    /** Nothing is pushed any more, because the feed has another hub or is no longer polled. */
    public static FeedCursor dropped(FeedCursor cursor) {
        return FeedCursor.newBuilder(cursor).setHubLeaseUntil(null).setHubAttempts(0).build();
    }

    /** Leases are renewed at polls, so one poll has to fall into the last quarter. */
    static FeedCursor pollingInTime(FeedCursor cursor) {
        return renewAt(cursor)
                .filter(renewal -> cursor.getNextPollAt().filter(renewal::isBefore).isPresent())
                .map(renewal ->
                        FeedCursor.newBuilder(cursor)
                                .setNextPollAt(renewal)
                                .setNextPollReason("the hub's lease is renewed then")
                                .build())
                .orElse(cursor);
    }
}
