package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.ingest.publish.HostPartition;
import dev.tocsin.ingest.schedule.Lane;
import dev.tocsin.ingest.schedule.Timetable;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The feeds of one shard with their cursors, and when each is due. Used by the shard's thread only.
 */
final class ShardFeeds {
    private static final Logger log = LoggerFactory.getLogger(ShardFeeds.class);

    private final Map<String, Feed> feeds = new HashMap<>();
    private final Map<String, FeedCursor> cursors = new HashMap<>();
    private final Map<String, String> hostsInFlight = new HashMap<>();
    private final Timetable timetable;
    private final Instant pollAllSince;
    private final long readTo;

    /**
     * @param startedAt where the settings ask for a poll of all feeds at once: of those not polled
     *     since then, so that a shard that opens again does not ask every publisher again
     * @param flying feed id to host: fetches still under way from before this shard opened again
     */
    ShardFeeds(
            ShardLog log,
            ShardSettings settings,
            Instant startedAt,
            Map<String, String> flying,
            Instant now) {
        this.readTo = log.readTo();
        this.timetable = new Timetable(settings.hostSpacing());
        this.pollAllSince = settings.pollAllNow() ? startedAt : Instant.MIN;
        log.cursors().forEach(cursor -> cursors.put(cursor.getFeedId(), cursor));
        log.feeds().forEach(feed -> feeds.put(feed.getId(), feed));
        flying.forEach(this::board);
        feeds.values().forEach(feed -> schedule(feed, now));
    }

    private void board(String feedId, String host) {
        hostsInFlight.put(feedId, host);
        timetable.occupy(host);
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

    /** The feed, if it is on the list and enabled. */
    Optional<Feed> polledFeed(String feedId) {
        return Optional.ofNullable(feeds.get(feedId)).filter(Feed::getEnabled);
    }

    /**
     * Whether a poll of the feed is under way, or done and not committed: its cursor will change.
     */
    boolean isInFlight(String feedId) {
        return hostsInFlight.containsKey(feedId);
    }

    /** A feed in flight is scheduled when it is back, so that no cursor is followed twice. */
    private void schedule(Feed feed, Instant now) {
        FeedCursor cursor = cursor(feed.getId());
        holdHost(feed, cursor, now);
        if (!feed.getEnabled()) {
            timetable.remove(feed.getId());
        } else if (!hostsInFlight.containsKey(feed.getId())) {
            timetable.put(feed.getId(), host(feed), due(cursor, now), lane(cursor));
        }
    }

    private void holdHost(Feed feed, FeedCursor cursor, Instant now) {
        cursor.getHeldUntil()
                .filter(now::isBefore)
                .ifPresent(until -> timetable.hold(host(feed), until));
    }

    private static Lane lane(FeedCursor cursor) {
        return cursor.getConsecutiveFailures() == 0 ? Lane.STEADY : Lane.TROUBLED;
    }

    private Instant due(FeedCursor cursor, Instant now) {
        boolean isOld = cursor.getLastPollAt().filter(pollAllSince::isAfter).isPresent();
        return isOld ? now : cursor.getNextPollAt().orElse(now);
    }

    /** The next feed of the lane, off the table until {@link #polled}; its host is busy. */
    Optional<Feed> take(Instant now, Lane lane) {
        Optional<Feed> next = timetable.take(now, lane).map(feeds::get);
        next.ifPresent(feed -> hostsInFlight.put(feed.getId(), host(feed)));
        return next;
    }

    /** The exchange with the host has ended. */
    void release(String host, Instant now) {
        timetable.release(host, now);
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
        hostsInFlight.remove(feedId);
        Feed feed = feeds.get(feedId);
        if (feed != null) {
            schedule(feed, now);
        }
    }

    /** Whether the result continues the cursor, so that publishing it leaves nothing out or in. */
    boolean follows(PollResult result) {
        FeedCursor before = cursor(result.feed().getId());
        return result.cursor().getPolls() == before.getPolls() + 1
                && result.cursor().getPushes() == before.getPushes();
    }

    FeedCursor cursor(String feedId) {
        FeedCursor cursor = cursors.get(feedId);
        return cursor != null ? cursor : neverPolled(feedId);
    }

    private static FeedCursor neverPolled(String feedId) {
        return FeedCursor.newBuilder().setFeedId(feedId).setState(FeedState.NEVER_POLLED).build();
    }

    Optional<Instant> nextTurn(Lane lane) {
        return timetable.nextTurn(lane);
    }

    /** The host that is asked: the new one, if the feed has moved. */
    String host(Feed feed) {
        return HostPartition.serverOf(cursor(feed.getId()).getMovedTo().orElse(feed.getUrl()));
    }
}
