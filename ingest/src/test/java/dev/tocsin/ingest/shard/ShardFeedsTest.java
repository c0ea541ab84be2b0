package dev.tocsin.ingest.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.ingest.schedule.Lane;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class ShardFeedsTest {
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");
    private static final Duration SPACING = Duration.ofSeconds(2);
    private static final long READ_TO = 10;
    private static final Feed A = feed("a", "https://a.example/feed");
    private static final Feed B = feed("b", "https://b.example/feed");
    private static final Feed A2 = feed("a2", "https://a.example/other");

    @Test
    void aFeedNeverPolledIsDueAtOnceAndAKnownOneWhenItsCursorSays() {
        ShardFeeds feeds = feeds(false, List.of(A, B), polled("b", 1, NOON.plusSeconds(60)));

        assertThat(feeds.take(NOON, Lane.STEADY)).contains(A);
        assertThat(feeds.take(NOON.plusSeconds(59), Lane.STEADY)).isEmpty();
        assertThat(feeds.take(NOON.plusSeconds(60), Lane.STEADY)).contains(B);
    }

    @Test
    void aFeedSwitchedOffIsNeverDue() {
        Feed off = Feed.newBuilder(A).setEnabled(false).build();
        ShardFeeds feeds = feeds(false, List.of(off));
        assertThat(feeds.take(NOON, Lane.STEADY)).isEmpty();

        feeds.update(new FeedUpdate(READ_TO, "a", A), NOON);
        assertThat(feeds.nextTurn(Lane.STEADY)).isPresent();
        feeds.update(new FeedUpdate(READ_TO + 1, "a", off), NOON);

        assertThat(feeds.take(NOON, Lane.STEADY)).isEmpty();
    }

    @Test
    void recordsThatWereReadOnOpeningAreNotTakenInAgain() {
        ShardFeeds feeds = feeds(false, List.of(A));
        feeds.update(new FeedUpdate(READ_TO - 1, "a", null), NOON);
        feeds.update(new FeedUpdate(READ_TO - 1, "b", B), NOON);

        assertThat(feeds.take(NOON, Lane.STEADY)).contains(A);
        assertThat(feeds.take(NOON, Lane.STEADY)).isEmpty();
    }

    @Test
    void laterRecordsAddAndTombstonesRemove() {
        ShardFeeds feeds = feeds(false, List.of(A));
        feeds.update(new FeedUpdate(READ_TO, "b", B), NOON);
        feeds.update(new FeedUpdate(READ_TO + 1, "a", null), NOON);
        feeds.update(new FeedUpdate(READ_TO + 2, "unknown", null), NOON);

        assertThat(feeds.take(NOON, Lane.STEADY)).contains(B);
        assertThat(feeds.take(NOON, Lane.STEADY)).isEmpty();
    }

    @Test
    void aFeedThatReturnsGoesOnWhereItWas() {
        FeedCursor cursor = polled("a", 7, NOON.plusSeconds(60));
        ShardFeeds feeds = feeds(false, List.of(A), cursor);
        feeds.update(new FeedUpdate(READ_TO, "a", null), NOON);
        feeds.update(new FeedUpdate(READ_TO + 1, "a", A), NOON);

        assertThat(feeds.cursor("a")).isEqualTo(cursor);
        assertThat(feeds.take(NOON, Lane.STEADY)).isEmpty();
        assertThat(feeds.take(NOON.plusSeconds(60), Lane.STEADY)).contains(A);
    }

    @Test
    void aPollOfAllAtOnceStillHonoursAServersWish() {
        FeedCursor held =
                FeedCursor.newBuilder(polled("b", 1, NOON.plusSeconds(60)))
                        .setHeldUntil(NOON.plusSeconds(30))
                        .build();
        ShardFeeds feeds = feeds(true, List.of(A, B), polled("a", 1, NOON.plusSeconds(60)), held);

        assertThat(feeds.take(NOON, Lane.STEADY)).contains(A);
        assertThat(feeds.take(NOON.plusSeconds(29), Lane.STEADY)).isEmpty();
        assertThat(feeds.take(NOON.plusSeconds(30), Lane.STEADY)).contains(B);
    }

    @Test
    void aPollOfAllAtOnceIsNotRepeatedWhenTheShardOpensAgain() {
        FeedCursor since =
                FeedCursor.newBuilder(polled("a", 2, NOON.plusSeconds(60)))
                        .setLastPollAt(NOON)
                        .build();

        assertThat(feeds(true, List.of(A), since).take(NOON, Lane.STEADY)).isEmpty();
    }

    @Test
    void aServersWishHoldsAllFeedsOfItsHostAlsoAfterReopening() {
        FeedCursor held =
                FeedCursor.newBuilder(polled("a", 1, NOON.plusSeconds(30)))
                        .setHeldUntil(NOON.plusSeconds(30))
                        .build();
        ShardFeeds feeds = feeds(false, List.of(A, A2), held);

        assertThat(feeds.take(NOON.plusSeconds(29), Lane.STEADY)).isEmpty();
        assertThat(feeds.take(NOON.plusSeconds(30), Lane.STEADY)).isPresent();
    }

    @Test
    void aServersWishHoldsAllFeedsOfItsHost() {
        ShardFeeds feeds = feeds(false, List.of(A, A2));
        Feed first = feeds.take(NOON, Lane.STEADY).orElseThrow();
        feeds.release(feeds.host(first), NOON);
        FeedCursor held =
                FeedCursor.newBuilder(polled(first.getId(), 1, NOON.plusSeconds(900)))
                        .setHeldUntil(NOON.plusSeconds(30))
                        .build();
        feeds.polled(result(first, held), NOON);

        assertThat(feeds.take(NOON.plusSeconds(29), Lane.STEADY)).isEmpty();
        assertThat(feeds.take(NOON.plusSeconds(30), Lane.STEADY))
                .contains(first.equals(A) ? A2 : A);
    }

    @Test
    void aHostIsAskedAgainAfterAPause() {
        ShardFeeds feeds = feeds(false, List.of(A, A2));
        Feed first = feeds.take(NOON, Lane.STEADY).orElseThrow();
        assertThat(feeds.take(NOON, Lane.STEADY)).isEmpty();

        feeds.release(feeds.host(first), NOON.plusSeconds(5));

        assertThat(feeds.take(NOON.plusSeconds(6), Lane.STEADY)).isEmpty();
        assertThat(feeds.take(NOON.plusSeconds(7), Lane.STEADY)).isPresent();
    }

    @Test
    void aPolledFeedIsDueWhenItsNewCursorSays() {
        ShardFeeds feeds = feeds(false, List.of(A));
        feeds.take(NOON, Lane.STEADY);
        feeds.release(feeds.host(A), NOON);
        feeds.polled(result(A, polled("a", 1, NOON.plusSeconds(60))), NOON);

        assertThat(feeds.cursor("a").getPolls()).isEqualTo(1);
        assertThat(feeds.take(NOON.plusSeconds(59), Lane.STEADY)).isEmpty();
        assertThat(feeds.take(NOON.plusSeconds(60), Lane.STEADY)).contains(A);
    }

    @Test
    void aFeedChangedInFlightIsNotPolledTwiceFromOneCursor() {
        ShardFeeds feeds = feeds(false, List.of(A));
        feeds.take(NOON, Lane.STEADY);
        Feed moved = Feed.newBuilder(A).setUrl("https://elsewhere.example/feed").build();
        feeds.update(new FeedUpdate(READ_TO, "a", moved), NOON);
        assertThat(feeds.take(NOON.plusSeconds(1), Lane.STEADY)).isEmpty();

        feeds.release(feeds.host(A), NOON);
        feeds.polled(result(A, polled("a", 1, NOON.plusSeconds(60))), NOON);

        assertThat(feeds.take(NOON.plusSeconds(60), Lane.STEADY)).contains(moved);
    }

    @Test
    void aFeedThatMovedWaitsForItsNewHost() {
        FeedCursor moved =
                FeedCursor.newBuilder(polled("b", 1, NOON))
                        .setMovedTo("https://a.example/b")
                        .build();
        ShardFeeds feeds = feeds(false, List.of(A, B), moved);

        assertThat(feeds.take(NOON, Lane.STEADY)).isPresent();
        assertThat(feeds.take(NOON, Lane.STEADY)).isEmpty();
        assertThat(feeds.host(B)).isEqualTo("a.example");
    }

    @Test
    void aFeedInTroubleWaitsInItsOwnLaneUntilItIsWell() {
        FeedCursor failing =
                FeedCursor.newBuilder(polled("a", 1, NOON)).setConsecutiveFailures(1).build();
        ShardFeeds feeds = feeds(false, List.of(A), failing);
        assertThat(feeds.take(NOON, Lane.STEADY)).isEmpty();
        assertThat(feeds.take(NOON, Lane.TROUBLED)).contains(A);

        feeds.release(feeds.host(A), NOON);
        feeds.polled(result(A, polled("a", 2, NOON.plusSeconds(60))), NOON);

        assertThat(feeds.take(NOON.plusSeconds(60), Lane.STEADY)).contains(A);
    }

    @Test
    void aFeedRemovedInFlightDoesNotComeBackAndFreesItsHost() {
        ShardFeeds feeds = feeds(false, List.of(A, A2));
        Feed removed = feeds.take(NOON, Lane.STEADY).orElseThrow();
        feeds.update(new FeedUpdate(READ_TO, removed.getId(), null), NOON);
        feeds.release(feeds.host(removed), NOON);
        feeds.polled(result(removed, polled(removed.getId(), 1, NOON)), NOON);

        assertThat(feeds.take(NOON.plusSeconds(9), Lane.STEADY))
                .contains(removed.equals(A) ? A2 : A);
        assertThat(feeds.take(NOON.plusSeconds(99), Lane.STEADY)).isEmpty();
    }

    @Test
    void aFetchUnderWayFromBeforeIsWaitedForAndItsHostIsNotAskedMeanwhile() {
        ShardFeeds feeds =
                new ShardFeeds(
                        new ShardLog(List.of(A, A2), List.of(), READ_TO),
                        new ShardSettings(Map.of(), 10, SPACING, false),
                        NOON,
                        Map.of("a", "a.example"),
                        NOON);
        assertThat(feeds.take(NOON, Lane.STEADY)).isEmpty();

        feeds.release(feeds.host(A), NOON);
        feeds.polled(result(A, polled("a", 1, NOON.plusSeconds(60))), NOON);

        assertThat(feeds.take(NOON.plusSeconds(2), Lane.STEADY)).contains(A2);
    }

    @Test
    void aDiscardedResultLeavesTheCursorAndTheFeedIsPolledAgain() {
        ShardFeeds feeds = feeds(false, List.of(A), polled("a", 4, NOON));
        feeds.take(NOON, Lane.STEADY);
        feeds.release(feeds.host(A), NOON);
        feeds.discarded(result(A, polled("a", 9, NOON.plusSeconds(900))), NOON);

        assertThat(feeds.cursor("a").getPolls()).isEqualTo(4);
        assertThat(feeds.take(NOON.plusSeconds(2), Lane.STEADY)).contains(A);
    }

    @Test
    void onlyAResultThatContinuesTheCommittedCursorMayStillBePublished() {
        ShardFeeds feeds = feeds(false, List.of(A, B), polled("a", 4, NOON));

        assertThat(feeds.follows(result(A, polled("a", 5, NOON)))).isTrue();
        assertThat(feeds.follows(result(A, polled("a", 4, NOON)))).isFalse();
        assertThat(feeds.follows(result(A, polled("a", 6, NOON)))).isFalse();
        assertThat(feeds.follows(result(B, polled("b", 1, NOON)))).isTrue();
    }

    @Test
    void aResultFromBeforeAPushMayNotBePublished() {
        FeedCursor pushed = FeedCursor.newBuilder(polled("a", 4, NOON)).setPushes(1).build();
        ShardFeeds feeds = feeds(false, List.of(A), pushed);

        assertThat(feeds.follows(result(A, polled("a", 5, NOON)))).isFalse();
    }

    @Test
    void aFeedIsInFlightUntilItsPollIsCommitted() {
        ShardFeeds feeds = feeds(false, List.of(A));
        feeds.take(NOON, Lane.STEADY);
        assertThat(feeds.isInFlight("a")).isTrue();

        feeds.release(feeds.host(A), NOON);
        assertThat(feeds.isInFlight("a")).isTrue();
        feeds.polled(result(A, polled("a", 1, NOON)), NOON);

        assertThat(feeds.isInFlight("a")).isFalse();
    }

    private static ShardFeeds feeds(boolean pollAllNow, List<Feed> feeds, FeedCursor... cursors) {
        return new ShardFeeds(
                new ShardLog(feeds, List.of(cursors), READ_TO),
                new ShardSettings(Map.of(), 10, SPACING, pollAllNow),
                NOON,
                Map.of(),
                NOON);
    }

    private static Feed feed(String id, String url) {
        return Feed.newBuilder().setId(id).setUrl(url).setTitle(id).build();
    }

    private static FeedCursor polled(String feedId, long polls, Instant next) {
        return FeedCursor.newBuilder()
                .setFeedId(feedId)
                .setState(FeedState.HEALTHY)
                .setPolls(polls)
                .setLastPollAt(NOON.minusSeconds(60))
                .setNextPollAt(next)
                .build();
    }

    private static PollResult result(Feed feed, FeedCursor cursor) {
        return new PollResult(feed, cursor, List.of(), List.of(), List.of());
    }
}
