package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.ingest.publish.LogProgress;
import dev.tocsin.ingest.push.Leases;
import dev.tocsin.ingest.push.PushLog;
import dev.tocsin.ingest.push.Subscription;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedPush;
import dev.tocsin.schemas.RecordSerdes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Acts on what hubs pushed for the feeds of one shard, in the order of arrival for each feed. A
 * push for a feed that is being polled waits for the poll, so that no cursor is followed twice;
 * what is not dealt with when the shard stops is read again by the next owner. Used by the shard's
 * thread only, and made anew whenever the cursors are read anew.
 */
final class ShardPushes implements Pushes {
    private final PushParts parts;
    private final PushLog log;
    private final PushQueue queue = new PushQueue();
    private final Map<String, Feed> leaving = new LinkedHashMap<>();
    private long done;

    private ShardPushes(PushParts parts, PushLog log) {
        this.parts = parts;
        this.log = log;
    }

    static ShardPushes open(
            PushParts parts, int partition, Map<String, Object> kafka, RecordSerdes serdes) {
        return new ShardPushes(parts, new PushLog(partition, kafka, serdes));
    }

    @Override
    public void changed(Feed before) {
        leaving.put(before.getId(), before);
    }

    @Override
    public PushTurn turn(ShardFeeds feeds, Instant now) {
        if (!queue.isFull()) {
            queue.add(log.read(), log.readTo());
        }
        List<PollResult> results = new ArrayList<>(farewells(feeds, now));
        for (FeedPush push : queue.take(feeds::isInFlight)) {
            result(feeds, push).ifPresent(results::add);
        }
        return new PushTurn(results, doneNow());
    }

    private Optional<LogProgress> doneNow() {
        long before = done;
        done = queue.takenTo();
        return done > before ? Optional.of(log.doneTo(done)) : Optional.empty();
    }

    /** What does not fit the feed any more, its hub or topic having changed, is ignored. */
    private Optional<PollResult> result(ShardFeeds feeds, FeedPush push) {
        FeedCursor cursor = feeds.cursor(push.getFeedId());
        return feeds.polledFeed(push.getFeedId())
                .filter(feed ->
                        Subscription.of(feed, cursor)
                                .map(Subscription::id)
                                .filter(push.getSubscription()::equals)
                                .isPresent())
                .flatMap(feed -> result(feed, cursor, push));
    }

    private Optional<PollResult> result(Feed feed, FeedCursor cursor, FeedPush push) {
        return switch (push.getKind()) {
            case SUBSCRIBED ->
                    push.getLeaseUntil()
                            .map(until -> onlyCursor(feed, Leases.granted(cursor, until)));
            case DENIED ->
                    Optional.of(onlyCursor(feed, Leases.denied(cursor, push.getReceivedAt())));
            case CONTENT -> Optional.of(parts.reader().read(feed, cursor, push));
            case UNKNOWN -> Optional.empty();
        };
    }

    private static PollResult onlyCursor(Feed feed, FeedCursor cursor) {
        return new PollResult(feed, cursor, List.of(), List.of(), List.of());
    }

    /** Feeds that are polled no more and have a lease: their hubs are told, once. */
    private List<PollResult> farewells(ShardFeeds feeds, Instant now) {
        List<PollResult> results = new ArrayList<>();
        for (Iterator<Feed> next = leaving.values().iterator(); next.hasNext(); ) {
            Feed feed = next.next();
            if (!feeds.isInFlight(feed.getId())) {
                next.remove();
                FeedCursor cursor = feeds.cursor(feed.getId());
                boolean isPushed = cursor.getHubLeaseUntil().filter(now::isBefore).isPresent();
                if (isPushed && feeds.polledFeed(feed.getId()).isEmpty()) {
                    Subscription.of(feed, cursor).ifPresent(parts.hubs()::unsubscribe);
                    results.add(onlyCursor(feed, Leases.dropped(cursor)));
                }
            }
        }
        return results;
    }

    @Override
    public void close() {
        log.close();
    }
}
