package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A defect of ours while polling one feed: shown at that feed, tried again in an hour. */
final class BrokenPoll {
    private static final Duration RETRY = Duration.ofHours(1);
    private static final int LONGEST_TEXT = 300;

    private BrokenPoll() {}

    static PollResult of(Feed feed, FeedCursor before, Throwable defect, Instant now) {
        return of(feed, before, "a defect of Tocsin, please report: " + defect, now);
    }

    /** For results that Kafka would not take. */
    static PollResult tooLarge(Feed feed, FeedCursor before, Instant now) {
        return of(feed, before, "what the poll found does not fit into Kafka records", now);
    }

    private static PollResult of(Feed feed, FeedCursor before, String text, Instant now) {
        FeedCursor cursor =
                FeedCursor.newBuilder(before)
                        .setState(FeedState.FAILING)
                        .setPolls(before.getPolls() + 1)
                        .setLastPollAt(now)
                        .setNextPollAt(now.plus(RETRY))
                        .setNextPollReason("a defect of Tocsin; tried again in an hour")
                        .setHeldUntil(null)
                        .setLastError("INTERNAL")
                        .setLastErrorText(text.substring(0, Math.min(text.length(), LONGEST_TEXT)))
                        .setConsecutiveFailures(before.getConsecutiveFailures() + 1)
                        .build();
        return new PollResult(feed, cursor, List.of(), List.of(), List.of());
    }
}
