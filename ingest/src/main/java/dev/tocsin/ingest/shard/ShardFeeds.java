package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.ingest.publish.HostPartition;
import dev.tocsin.ingest.schedule.Timetable;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The feeds of one shard with their cursors, and when each is due. Used by the shard's thread only.
 */
final class ShardFeeds {
    private static final Logger log = LoggerFactory.getLogger(ShardFeeds.class);

    private final Map<String, Feed> feeds = new HashMap<>();
    private final Map<String, FeedCursor> cursors = new HashMap<>();
    private final Set<String> inFlight = new HashSet<>();
    private final Timetable timetable;
    private final Instant pollAllSince;
    private final long readTo;

    /**
     * @param startedAt where the settings ask for a poll of all feeds at once: of those not polled
     *     since then, so that a shard that opens again does not ask every publisher again
     * @param flying feeds whose fetch is still under way from before this shard opened again
     */
    ShardFeeds(
            ShardLog log,
            ShardSettings settings,
            Instant startedAt,
            Collection<Feed> flying,
            Instant now) {
        this.readTo = log.readTo();
        this.timetable = new Timetable(settings.hostSpacing());
        this.pollAllSince = settings.pollAllNow() ? startedAt : Instant.MIN;
        log.cursors().forEach(cursor -> cursors.put(cursor.getFeedId(), cursor));
        log.feeds().forEach(feed -> feeds.put(feed.getId(), feed));
        flying.forEach(this::board);
        feeds.values().forEach(feed -> schedule(feed, now));
    }

    private void board(Feed feed) {
        inFlight.add(feed.getId());
        timetable.occupy(host(feed));
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

    /** A feed in flight is scheduled when it is back, so that no cursor is followed twice. */
    private void schedule(Feed feed, Instant now) {
        FeedCursor cursor = cursor(feed.getId());
        holdHost(feed, cursor, now);
        if (!feed.getEnabled()) {
            timetable.remove(feed.getId());
        } else if (!inFlight.contains(feed.getId())) {
            timetable.put(feed.getId(), host(feed), due(cursor, now));
        }
    }

    private void holdHost(Feed feed, FeedCursor cursor, Instant now) {
        cursor.getHeldUntil()
                .filter(now::isBefore)
                .ifPresent(until -> timetable.hold(host(feed), until));
    }

    private Instant due(FeedCursor cursor, Instant now) {
        boolean isOld = cursor.getLastPollAt().filter(pollAllSince::isAfter).isPresent();
        return isOld ? now : cursor.getNextPollAt().orElse(now);
    }

    /** The next feed to poll, off the table until {@link #polled}; its host is busy. */
    Optional<Feed> take(Instant now) {
        Optional<Feed> next = timetable.take(now).map(feeds::get);
        next.ifPresent(feed -> inFlight.add(feed.getId()));
        return next;
    }

    /** The exchange with the feed's host has ended. */
    void release(Feed feed, Instant now) {
        timetable.release(host(feed), now);
    }

    /** The poll is committed: its cursor counts from now on. */
    void polled(PollResult result, Instant now) {
        cursors.put(result.feed().getId(), result.cursor());
        holdHost(result.feed(), result.cursor(), now);
        landed(result.feed().getId(), now);
    }

    /** The poll will not be committed: the cursor stays what it was. */
    void discarded(PollResult result, Instant now) {
        log.atWarn()
                .addKeyValue("feedUrl", result.feed().getUrl())
                .log("poll discarded, its feed has been polled by another worker since");
        landed(result.feed().getId(), now);
    }

    private void landed(String feedId, Instant now) {
        inFlight.remove(feedId);
        Feed feed = feeds.get(feedId);
        if (feed != null) {
            schedule(feed, now);
        }
    }

    /** Whether the result continues the cursor, so that publishing it leaves nothing out or in. */
    boolean follows(PollResult result) {
        return result.cursor().getPolls() == cursor(result.feed().getId()).getPolls() + 1;
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

    private static String host(Feed feed) {
        return HostPartition.hostOf(feed.getUrl());
    }
}
