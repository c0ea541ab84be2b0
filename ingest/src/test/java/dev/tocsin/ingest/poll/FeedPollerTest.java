package dev.tocsin.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressPolicy;
import dev.tocsin.ingest.fetch.FeedFetcher;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.schedule.Cadence;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedEvent;
import dev.tocsin.schemas.FeedEventKind;
import dev.tocsin.schemas.FeedState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

class FeedPollerTest {
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");
    private static final Duration BASE = Duration.ofMinutes(15);
    private static final String DATE = "Tue, 05 May 2026 07:00:00 GMT";

    private final EgressClient egress =
            new EgressClient(
                    new EgressPolicy(
                            List.of("127.0.0.1/32"), Duration.ofSeconds(20), 1_000_000, "test"));
    private HttpServer server;
    private FeedPoller poller;
    private Headers asked = new Headers();
    private int status = 200;
    private String body = rss(item(1), item(2));
    private Map<String, String> headers = Map.of();
    private FeedCursor cursor =
            FeedCursor.newBuilder().setFeedId("f").setState(FeedState.NEVER_POLLED).build();

    @BeforeEach
    void start() throws IOException {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        poller =
                new FeedPoller(
                        new FeedFetcher(egress, clock),
                        new FeedParser(),
                        new Cadence(BASE, Duration.ofHours(24)),
                        clock,
                        () -> 1L << 63);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        egress.close();
    }

    @Test
    void aDocumentBecomesArticlesAndBothValidatorsAreKept() {
        headers = Map.of("ETag", "\"1\"", "Last-Modified", DATE);

        PollResult result = poll();

        assertThat(result.articles()).extracting(Article::getTitle).containsExactly("t1", "t2");
        assertThat(cursor.getState()).isEqualTo(FeedState.HEALTHY);
        assertThat(cursor.getEtag()).contains("\"1\"");
        assertThat(cursor.getLastModified()).contains(DATE);
        assertThat(cursor.getBodyHash()).isPresent();
        assertThat(SeenEntries.of(cursor).size()).isEqualTo(2);
        assertThat(cursor.getLastStatus()).contains(200);
        assertThat(cursor.getLastPollAt()).contains(NOON);
        assertThat(cursor.getLastSuccessAt()).contains(NOON);
        assertThat(cursor.getNextPollAt()).contains(NOON.plus(BASE));
        assertThat(cursor.getPolls()).isEqualTo(1);
        assertThat(counters()).containsExactly(2L, 2L, 0L, 0L, 0L);
    }

    @Test
    void validatorsThatTheServerNoLongerSendsAreForgotten() {
        headers = Map.of("ETag", "\"1\"", "Last-Modified", DATE);
        poll();
        headers = Map.of("ETag", "\"2\"");
        poll();

        assertThat(asked.getFirst("If-None-Match")).isEqualTo("\"1\"");
        assertThat(asked.getFirst("If-Modified-Since")).isEqualTo(DATE);
        assertThat(cursor.getEtag()).contains("\"2\"");
        assertThat(cursor.getLastModified()).isEmpty();
    }

    @Test
    void theSameBytesUnderAnotherValidatorAreNotReadAgain() {
        headers = Map.of("ETag", "\"1\"");
        poll();
        headers = Map.of("ETag", "\"2\"");

        PollResult result = poll();

        assertThat(result.articles()).isEmpty();
        assertThat(cursor.getEtag()).contains("\"2\"");
        assertThat(cursor.getState()).isEqualTo(FeedState.HEALTHY);
        assertThat(cursor.getPolls()).isEqualTo(2);
        assertThat(counters()).containsExactly(2L, 2L, 0L, 0L, 0L);
    }

    @Test
    void countersGoOnFromPollToPoll() {
        poll();
        body = rss(item(2), item(3), item(3), "<item><description>x</description></item>");

        PollResult result = poll();

        assertThat(result.articles()).extracting(Article::getTitle).containsExactly("t3");
        assertThat(result.deadLetters()).hasSize(1);
        assertThat(counters()).containsExactly(6L, 3L, 1L, 1L, 1L);
    }

    @Test
    void notModifiedKeepsCountersEntriesAndValidators() {
        headers = Map.of("ETag", "\"1\"", "Last-Modified", DATE);
        poll();
        FeedCursor before = cursor;
        status = 304;
        headers = Map.of();
        poll();

        assertThat(cursor.getState()).isEqualTo(FeedState.HEALTHY);
        assertThat(cursor.getLastStatus()).contains(304);
        assertThat(cursor.getEtag()).contains("\"1\"");
        assertThat(cursor.getLastModified()).contains(DATE);
        assertThat(cursor.getBodyHash()).isEqualTo(before.getBodyHash());
        assertThat(cursor.getSeen()).isEqualTo(before.getSeen());
        assertThat(counters()).containsExactly(2L, 2L, 0L, 0L, 0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version='2.0'><channel><title>x</ttle><<item>",
                "<rss version='2.0'><channel"
            })
    void aDocumentOfWhichNothingIsLeftIsAFailure(String ruin) {
        poll();
        body = ruin;

        PollResult result = poll();

        assertThat(result.articles()).isEmpty();
        assertThat(cursor.getState()).isEqualTo(FeedState.FAILING);
        assertThat(cursor.getLastError()).contains("MALFORMED");
        assertThat(SeenEntries.of(cursor).size()).isEqualTo(2);
    }

    @Test
    void aFeedWithoutEntriesIsWell() {
        body = rss();

        poll();

        assertThat(cursor.getState()).isEqualTo(FeedState.HEALTHY);
    }

    @Test
    void aMissingFeedFailsAndBacksOffWithEveryPoll() {
        poll();
        status = 404;
        poll();
        assertThat(cursor.getState()).isEqualTo(FeedState.FAILING);
        assertThat(cursor.getLastError()).contains("HTTP_404");
        assertThat(cursor.getNextPollAt()).contains(NOON.plus(BASE.multipliedBy(2)));
        poll();

        assertThat(cursor.getConsecutiveFailures()).isEqualTo(2);
        assertThat(cursor.getNextPollAt()).contains(NOON.plus(BASE.multipliedBy(4)));
        assertThat(cursor.getHeldUntil()).isEmpty();
        assertThat(SeenEntries.of(cursor).size()).isEqualTo(2);
        assertThat(counters()).containsExactly(2L, 2L, 0L, 0L, 0L);
    }

    @Test
    void one410IsAFailureAndASecondOneRetiresTheFeed() {
        status = 410;
        PollResult first = poll();
        assertThat(cursor.getState()).isEqualTo(FeedState.FAILING);
        assertThat(cursor.getLastError()).contains("HTTP_410");
        assertThat(first.events()).isEmpty();

        PollResult second = poll();
        PollResult third = poll();

        assertThat(cursor.getState()).isEqualTo(FeedState.GONE);
        assertThat(cursor.getNextPollAt()).contains(NOON.plus(Duration.ofDays(7)));
        assertThat(second.events())
                .extracting(FeedEvent::getKind)
                .containsExactly(FeedEventKind.RETIRED);
        assertThat(third.events()).isEmpty();
    }

    @Test
    void aRetiredFeedThatAnswersIsRevived() {
        status = 410;
        poll();
        poll();
        status = 200;

        PollResult result = poll();

        assertThat(cursor.getState()).isEqualTo(FeedState.HEALTHY);
        assertThat(result.articles()).hasSize(2);
        assertThat(result.events())
                .extracting(FeedEvent::getKind)
                .containsExactly(FeedEventKind.REVIVED);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aServerThatSaysWhenIsLeftAloneUntilThen(int code) {
        status = code;
        headers = Map.of("Retry-After", "7200");
        poll();

        assertThat(cursor.getState()).isEqualTo(FeedState.FAILING);
        assertThat(cursor.getLastError()).contains("HTTP_" + code);
        assertThat(cursor.getHeldUntil()).contains(NOON.plusSeconds(7200 + 360));
        assertThat(cursor.getNextPollAt()).isEqualTo(cursor.getHeldUntil());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "Tue, 05 May 2026 11:00:00 GMT"})
    void aServerInAHurryIsNotAskedSoonerThanAfterAnyFailure(String retryAfter) {
        status = 503;
        headers = Map.of("Retry-After", retryAfter);
        poll();

        assertThat(untilNextPoll()).isEqualTo(backOff(0.25));
    }

    @Test
    void tooManyRequestsHoldTheHostForOneShortBackOffHoweverLongTheFeedWaits() {
        status = 429;
        poll();
        poll();
        poll();

        assertThat(cursor.getHeldUntil()).contains(NOON.plus(BASE));
        assertThat(untilNextPoll()).isEqualTo(backOff(0.75));
    }

    @Test
    void anOverloadedFeedThatAsksForNothingDoesNotHoldItsHost() {
        status = 503;
        poll();

        assertThat(cursor.getHeldUntil()).isEmpty();
        assertThat(untilNextPoll()).isEqualTo(backOff(0.25));
    }

    @Test
    void aWebPageIsAFailureThatLeavesTheValidatorsAlone() {
        headers = Map.of("ETag", "\"1\"");
        poll();
        FeedCursor before = cursor;
        body = "<!DOCTYPE html><html><body>Sign in</body></html>";
        headers = Map.of("ETag", "\"2\"");
        poll();

        assertThat(cursor.getState()).isEqualTo(FeedState.FAILING);
        assertThat(cursor.getLastError()).contains("HTML");
        assertThat(cursor.getLastErrorText()).isPresent();
        assertThat(cursor.getEtag()).contains("\"1\"");
        assertThat(cursor.getBodyHash()).isEqualTo(before.getBodyHash());
    }

    @Test
    void aFeedThatRecoversHasNoErrorsLeft() {
        status = 429;
        headers = Map.of("Retry-After", "7200");
        poll();
        status = 200;
        headers = Map.of();
        poll();

        assertThat(cursor.getState()).isEqualTo(FeedState.HEALTHY);
        assertThat(cursor.getConsecutiveFailures()).isZero();
        assertThat(cursor.getLastError()).isEmpty();
        assertThat(cursor.getLastErrorText()).isEmpty();
        assertThat(cursor.getHeldUntil()).isEmpty();
        assertThat(cursor.getNextPollAt()).contains(NOON.plus(BASE));
        assertThat(counters()).containsExactly(2L, 2L, 0L, 0L, 0L);
    }

    @Test
    void whatNeverAnswersHasNoStatus() {
        poll();
        server.stop(0);
        poll();

        assertThat(cursor.getState()).isEqualTo(FeedState.FAILING);
        assertThat(cursor.getLastStatus()).isEmpty();
        assertThat(cursor.getLastSuccessAt()).contains(NOON);
    }

    private PollResult poll() {
        PollResult result = poller.poll(feed(), cursor);
        cursor = result.cursor();
        return result;
    }

    private Feed feed() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/feed.xml";
        return Feed.newBuilder().setId("f").setUrl(url).setTitle("Example").build();
    }

    private Duration untilNextPoll() {
        return Duration.between(NOON, cursor.getNextPollAt().orElseThrow());
    }

    private static Duration backOff(double score) {
        return Duration.ofMillis((long) (BASE.toMillis() * Math.pow(2, score)));
    }

    private List<Long> counters() {
        return List.of(
                cursor.getEntriesSeen(),
                cursor.getPublished(),
                cursor.getUnchanged(),
                cursor.getDuplicates(),
                cursor.getRejected());
    }

    private static String item(int number) {
        return "<item><title>t%d</title><link>https://example.org/%d</link></item>"
                .formatted(number, number);
    }

    private static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>Example</title>%s</channel></rss>"
                .formatted(String.join("", items));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked = exchange.getRequestHeaders();
        headers.forEach(exchange.getResponseHeaders()::add);
        byte[] bytes = status == 304 ? new byte[0] : body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, status == 304 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
