package dev.tocsin.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.schedule.Cadence;
import dev.tocsin.ingest.schedule.Planner;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedEvent;
import dev.tocsin.schemas.FeedEventKind;
import dev.tocsin.schemas.FeedPush;
import dev.tocsin.schemas.FeedPushKind;
import dev.tocsin.schemas.FeedState;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PushReaderTest {
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");
    private static final Feed FEED =
            Feed.newBuilder()
                    .setId("f")
                    .setUrl("https://paper.example/feed.xml")
                    .setTitle("Paper")
                    .build();

    private final PushReader reader =
            new PushReader(new FeedParser(), Clock.fixed(NOON, ZoneOffset.UTC));
    private FeedCursor cursor =
            FeedCursor.newBuilder()
                    .setFeedId("f")
                    .setState(FeedState.HEALTHY)
                    .setEtag("\"1\"")
                    .setBodyHash("00")
                    .setPolls(7)
                    .setLastPollAt(NOON.minusSeconds(600))
                    .setLastSuccessAt(NOON.minusSeconds(600))
                    .setNextPollAt(NOON.plusSeconds(3600))
                    .build();

    @Test
    void aPushedDocumentBecomesArticlesAndIsNoPoll() {
        FeedCursor before = cursor;

        PollResult result = push(rss(1, 3));

        assertThat(result.articles()).extracting(Article::getTitle).containsExactly("t1", "t2");
        assertThat(cursor.getPushes()).isEqualTo(1);
        assertThat(cursor.getLastPushAt()).contains(NOON.minusSeconds(1));
        assertThat(cursor.getPublished()).isEqualTo(2);
        assertThat(cursor.getEntriesSeen()).isEqualTo(2);
        assertThat(cursor.getLastNewAt()).contains(NOON);
        assertThat(
                        FeedCursor.newBuilder(cursor)
                                .setPushes(0)
                                .setLastPushAt(null)
                                .setPublished(0)
                                .setEntriesSeen(0)
                                .setLastNewAt(null)
                                .setPushedSincePoll(0)
                                .setSeen(before.getSeen())
                                .build())
                .as("everything else stays, validators and schedule among it")
                .isEqualTo(before);
    }

    @Test
    void aPushThatComesTwiceIsPublishedOnce() {
        push(rss(1, 3));

        PollResult again = push(rss(1, 3));

        assertThat(again.articles()).isEmpty();
        assertThat(cursor.getUnchanged()).isEqualTo(2);
        assertThat(cursor.getEntriesSeen()).isEqualTo(4);
    }

    @Test
    void aPartOfADocumentLeavesTheRestOfALongOneKnown() {
        push(rss(1, 501));
        cursor = FeedCursor.newBuilder(cursor).setDocumentEntries(500).build();
        push(rss(501, 502));

        PollResult all = push(rss(2, 502));

        assertThat(all.articles()).isEmpty();
    }

    @Test
    void aPartOfADocumentIsNoSignOfMissedEntries() {
        push(rss(1, 3));

        assertThat(push(rss(5, 6)).events()).isEmpty();
    }

    @Test
    void aQuietFeedSpeaksAgain() {
        cursor = FeedCursor.newBuilder(cursor).setQuietSince(NOON.minusSeconds(60)).build();

        PollResult result = push(rss(1, 2));

        assertThat(result.events())
                .extracting(FeedEvent::getKind)
                .containsExactly(FeedEventKind.SPEAKS_AGAIN);
        assertThat(cursor.getQuietSince()).isEmpty();
        assertThat(push(rss(1, 2)).events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>no</body></html>", "{}", "<rss><channel", "?"})
    void whatCannotBeReadMakesTheFeedDue(String body) {
        PollResult result = push(body);

        assertThat(result.articles()).isEmpty();
        assertThat(cursor.getNextPollAt()).contains(NOON);
        assertThat(cursor.getState()).isEqualTo(FeedState.HEALTHY);
        assertThat(cursor.getPushes()).isEqualTo(1);
    }

    @Test
    void aPushWithoutBodyMakesTheFeedDue() {
        push(null);

        assertThat(cursor.getNextPollAt()).contains(NOON);
        assertThat(cursor.getNextPollReason()).contains("the hub signals news");
    }

    @Test
    void howeverOftenAHubSignalsAFeedIsNotPolledMoreThanOnceAMinute() {
        cursor = FeedCursor.newBuilder(cursor).setLastPollAt(NOON.minusSeconds(10)).build();

        push(null);

        assertThat(cursor.getNextPollAt()).contains(NOON.plusSeconds(50));
    }

    @Test
    void aSignalDoesNotPutAPollOff() {
        cursor = FeedCursor.newBuilder(cursor).setNextPollAt(NOON.minusSeconds(5)).build();

        push(null);

        assertThat(cursor.getNextPollAt()).contains(NOON.minusSeconds(5));
    }

    @Test
    void whatIsPushedCountsForTheRhythm() {
        push(rss(1, 11));
        assertThat(cursor.getPushedSincePoll()).isEqualTo(10);
        FeedCursor.Builder withPushes = FeedCursor.newBuilder(cursor);
        FeedCursor.Builder without = FeedCursor.newBuilder(cursor).setPushedSincePoll(0);

        learn(withPushes);
        learn(without);

        assertThat(withPushes.getEntriesPerDay()).isGreaterThan(without.getEntriesPerDay());
        assertThat(withPushes.getPushedSincePoll()).isZero();
    }

    private static void learn(FeedCursor.Builder cursor) {
        Instant later = NOON.plus(Duration.ofHours(1));
        new Pace(
                        cursor.build(),
                        later,
                        new Planner(
                                new Cadence(Duration.ofMinutes(15), Duration.ofHours(24)), () -> 0))
                .learnNothing(cursor);
    }

    private PollResult push(@Nullable String body) {
        FeedPush push =
                FeedPush.newBuilder()
                        .setFeedId("f")
                        .setSubscription("s")
                        .setKind(FeedPushKind.CONTENT)
                        .setReceivedAt(NOON.minusSeconds(1))
                        .setBody(body == null ? null : ByteBuffer.wrap(body.getBytes(UTF_8)))
                        .build();
        PollResult result = reader.read(FEED, cursor, push);
        cursor = result.cursor();
        return result;
    }

    private static String rss(int from, int to) {
        String items =
                IntStream.range(from, to)
                        .mapToObj(i ->
                                "<item><title>t%d</title><link>https://p.example/%d</link></item>"
                                        .formatted(i, i))
                        .collect(Collectors.joining());
        return "<rss version=\"2.0\"><channel><title>P</title>%s</channel></rss>".formatted(items);
    }
}
