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

    private BrokenPoll() {}

    static PollResult of(Feed feed, FeedCursor before, RuntimeException defect, Instant now) {
        FeedCursor cursor =
                FeedCursor.newBuilder(before)
                        .setState(FeedState.FAILING)
                        .setPolls(before.getPolls() + 1)
                        .setLastPollAt(now)
                        .setNextPollAt(now.plus(RETRY))
                        .setLastError("INTERNAL")
                        .setLastErrorText("a defect of Tocsin, please report: " + defect)
                        .setConsecutiveFailures(before.getConsecutiveFailures() + 1)
                        .build();
        return new PollResult(feed, cursor, List.of(), List.of());
    }
}
