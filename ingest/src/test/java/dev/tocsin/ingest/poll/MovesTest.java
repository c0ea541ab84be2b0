package dev.tocsin.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.egress.Redirect;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedEvent;
import dev.tocsin.schemas.FeedEventKind;
import dev.tocsin.schemas.FeedState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class MovesTest {
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");
    private static final String LISTED = "http://paper.example/feed";
    private static final String NEW = "https://news.example/feed.xml";
    private static final Feed FEED =
            Feed.newBuilder().setId("f").setUrl(LISTED).setTitle("Paper").build();

    private final List<FeedEventKind> events = new ArrayList<>();
    private FeedCursor cursor =
            FeedCursor.newBuilder().setFeedId("f").setState(FeedState.HEALTHY).build();
    private Instant now = NOON;

    @Test
    void tenIdenticalAnswersMoveAFeed() {
        for (int answer = 1; answer < 10; answer++) {
            healthy(redirect(301, LISTED, NEW));
            assertThat(Moves.address(FEED, cursor)).isEqualTo(LISTED);
        }
        healthy(redirect(301, LISTED, NEW));

        assertThat(Moves.address(FEED, cursor)).isEqualTo(NEW);
        assertThat(cursor.getMoveTarget()).isEmpty();
        assertThat(events).containsExactly(FeedEventKind.MOVED);
    }

    @Test
    void sevenDaysOfIdenticalAnswersMoveAFeed() {
        healthy(redirect(308, LISTED, NEW));
        now = NOON.plus(Duration.ofDays(7)).minusMillis(1);
        healthy(redirect(308, LISTED, NEW));
        assertThat(Moves.address(FEED, cursor)).isEqualTo(LISTED);

        now = NOON.plus(Duration.ofDays(7));
        healthy(redirect(308, LISTED, NEW));

        assertThat(Moves.address(FEED, cursor)).isEqualTo(NEW);
    }

    @Test
    void anotherTargetOrAnAnswerWithoutRedirectStartsTheCountAgain() {
        for (int answer = 0; answer < 9; answer++) {
            healthy(redirect(301, LISTED, NEW));
        }
        healthy(redirect(301, LISTED, "https://portal.example/login"));
        assertThat(cursor.getMoveAnswers()).isEqualTo(1);

        healthy();
        assertThat(cursor.getMoveTarget()).isEmpty();
        assertThat(cursor.getMoveAnswers()).isZero();
        assertThat(Moves.address(FEED, cursor)).isEqualTo(LISTED);
    }

    @Test
    void httpsOfTheSameAddressIsTakenAtOnce() {
        healthy(redirect(301, LISTED, "https://paper.example/feed"));

        assertThat(Moves.address(FEED, cursor)).isEqualTo("https://paper.example/feed");
        assertThat(events).containsExactly(FeedEventKind.MOVED);
    }

    @ParameterizedTest
    @CsvSource({
        "https://paper.example/login",
        "https://other.example/feed",
        "https://paper.example/feed?x"
    })
    void httpsOfAnotherAddressIsNot(String target) {
        healthy(redirect(301, LISTED, target));

        assertThat(Moves.address(FEED, cursor)).isEqualTo(LISTED);
    }

    @ParameterizedTest
    @CsvSource({"302", "303", "307"})
    void temporaryRedirectsNeverMoveAFeed(int status) {
        for (int answer = 0; answer < 30; answer++) {
            healthy(redirect(status, LISTED, NEW));
        }

        assertThat(Moves.address(FEED, cursor)).isEqualTo(LISTED);
    }

    @Test
    void onlyThePermanentBeginningOfAChainCounts() {
        List<Redirect> chain =
                List.of(
                        redirect(301, LISTED, "https://a.example/"),
                        redirect(308, "https://a.example/", "https://b.example/"),
                        redirect(302, "https://b.example/", "https://c.example/"),
                        redirect(301, "https://c.example/", "https://d.example/"));

        assertThat(Moves.target(chain)).contains(URI.create("https://b.example/"));
    }

    @Test
    void threeFailuresInARowAtTheNewAddressLeadBackToTheListedOne() {
        cursor = FeedCursor.newBuilder(cursor).setMovedTo(NEW).setEtag("\"1\"").build();
        failed(1);
        failed(2);
        assertThat(Moves.address(FEED, cursor)).isEqualTo(NEW);

        failed(3);

        assertThat(Moves.address(FEED, cursor)).isEqualTo(LISTED);
        assertThat(cursor.getEtag()).isEmpty();
        assertThat(events).containsExactly(FeedEventKind.MOVE_UNDONE);
    }

    private void healthy(Redirect... redirects) {
        FeedCursor.Builder next = FeedCursor.newBuilder(cursor);
        Happenings happenings = new Happenings(FEED, now);
        Moves.follow(cursor, List.of(redirects), next, happenings, now);
        settle(next, happenings);
    }

    private void failed(int failures) {
        FeedCursor.Builder next = FeedCursor.newBuilder(cursor);
        Happenings happenings = new Happenings(FEED, now);
        Moves.reconsider(cursor, failures, next, happenings);
        settle(next, happenings);
    }

    private void settle(FeedCursor.Builder next, Happenings happenings) {
        cursor = next.build();
        happenings.all().stream().map(FeedEvent::getKind).forEach(events::add);
    }

    private static Redirect redirect(int status, String from, String to) {
        return new Redirect(status, URI.create(from), URI.create(to));
    }
}
