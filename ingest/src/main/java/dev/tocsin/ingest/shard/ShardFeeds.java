package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.publish.CompactedLog;
import dev.tocsin.ingest.publish.HostPartition;
import dev.tocsin.ingest.schedule.Timetable;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;
import dev.tocsin.schemas.KafkaTopics;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The feeds of one shard with their cursors, and when each is due. Used by the shard's thread only.
 */
final class ShardFeeds {
    private final Map<String, Feed> feeds;
    private final Map<String, FeedCursor> cursors;
    private final Timetable timetable;
    private final UnaryOperator<Instant> firstPoll;
    private final long readTo;

    private ShardFeeds(
            Map<String, Feed> feeds,
            Map<String, FeedCursor> cursors,
            long readTo,
            ShardSettings settings,
            Instant now) {
        this.feeds = new HashMap<>(feeds);
        this.cursors = new HashMap<>(cursors);
        this.readTo = readTo;
        this.timetable = new Timetable(settings.hostSpacing());
        this.firstPoll = settings.pollAllNow() ? due -> now : due -> due;
        this.feeds.values().forEach(feed -> schedule(feed, now));
    }

    /** Reads feeds and cursors of the partition to their ends. */
    static ShardFeeds load(CompactedLog log, int partition, ShardSettings settings, Instant now) {
        CompactedLog.Snapshot<Feed> feeds = log.read(KafkaTopics.FEEDS, partition);
        CompactedLog.Snapshot<FeedCursor> cursors = log.read(KafkaTopics.FEED_CURSORS, partition);
        long readTo = feeds.positions().getOrDefault(partition, 0L);
        return new ShardFeeds(feeds.values(), cursors.values(), readTo, settings, now);
    }

    /** Takes a later record of the registry in; a tombstone is null. */
    void update(FeedUpdate update, Instant now) {
        if (update.offset() < readTo) {
            return;
        }
        Feed feed = update.feed();
        if (feed == null) {
            feeds.remove(update.feedId());
            timetable.remove(update.feedId());
        } else if (!feed.equals(feeds.put(feed.getId(), feed))) {
            schedule(feed, now);
        }
    }

    private void schedule(Feed feed, Instant now) {
        if (!feed.getEnabled()) {
            timetable.remove(feed.getId());
            return;
        }
        FeedCursor cursor = cursor(feed.getId());
        Instant due = firstPoll.apply(cursor.getNextPollAt().orElse(now));
        Instant held = cursor.getHeldUntil().orElse(due);
        timetable.put(feed.getId(), host(feed), held.isAfter(due) ? held : due);
    }

    /** The next feed to poll, off the table until {@link #polled}. */
    Optional<Feed> take(Instant now) {
        return timetable.take(now).map(feeds::get);
    }

    /** The poll is committed: its cursor counts from now on. */
    void polled(Feed polled, FeedCursor cursor, Instant now) {
        cursors.put(polled.getId(), cursor);
        Optional<Instant> held = cursor.getHeldUntil();
        if (held.isPresent()) {
            timetable.hold(host(polled), held.get());
        }
        @Nullable Feed feed = feeds.get(polled.getId());
        if (feed != null && feed.getEnabled()) {
            timetable.put(feed.getId(), host(feed), cursor.getNextPollAt().orElse(now));
        }
    }

    /** The exchange with the feed's host has ended. */
    void release(Feed feed, Instant now) {
        timetable.release(host(feed), now);
    }

    FeedCursor cursor(String feedId) {
        FeedCursor cursor = cursors.get(feedId);
        return cursor != null ? cursor : neverPolled(feedId);
    }

    private static FeedCursor neverPolled(String feedId) {
        return FeedCursor.newBuilder().setFeedId(feedId).setState(FeedState.NEVER_POLLED).build();
    }

    Optional<Instant> nextTurn() {
        return timetable.nextTurn();
    }

    int size() {
        return feeds.size();
    }

    private static String host(Feed feed) {
        return HostPartition.hostOf(feed.getUrl());
    }
}
