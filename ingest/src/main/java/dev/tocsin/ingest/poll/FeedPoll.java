package dev.tocsin.ingest.poll;

import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;

/** One poll of one feed. Never throws for what a feed or its server does; safe for many threads. */
@FunctionalInterface
public interface FeedPoll {
    /**
     * The result, with the cursor that follows the given one: it counts one poll more, and a result
     * whose cursor does not is discarded.
     */
    PollResult poll(Feed feed, FeedCursor cursor);
}
