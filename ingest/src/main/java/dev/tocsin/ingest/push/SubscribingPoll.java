package dev.tocsin.ingest.push;

import dev.tocsin.ingest.poll.FeedPoll;
import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Polls, and has the hub asked that a healthy feed names. The request leaves on its own; that it
 * was made is part of the poll's cursor, and whether it succeeded shows at the callback.
 */
final class SubscribingPoll implements FeedPoll {
    private final FeedPoll poll;
    private final HubRequests hubs;
    private final Clock clock;

    SubscribingPoll(FeedPoll poll, HubRequests hubs, Clock clock) {
        this.poll = poll;
        this.hubs = hubs;
        this.clock = clock;
    }

    @Override
    public PollResult poll(Feed feed, FeedCursor cursor) {
        PollResult result = poll.poll(feed, cursor);
        return result.with(subscribed(feed, cursor, result.cursor()));
    }

    private FeedCursor subscribed(Feed feed, FeedCursor before, FeedCursor after) {
        Instant now = clock.instant();
        Optional<Subscription> wanted = Subscription.of(feed, after);
        boolean isSame = wanted.equals(Subscription.of(feed, before));
        FeedCursor cursor = isSame ? after : Leases.dropped(after);
        boolean isWell = after.getState() == FeedState.HEALTHY;
        if (wanted.isEmpty() || !isWell || !Leases.isDue(cursor, now)) {
            return Leases.pollingInTime(cursor);
        }
        hubs.subscribe(wanted.get());
        return Leases.asked(cursor, now);
    }
}
