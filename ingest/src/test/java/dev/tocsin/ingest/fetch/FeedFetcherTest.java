package dev.tocsin.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressPolicy;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class FeedFetcherTest {
    private static final String ETAG = "W/\"a'b;é\"";
    private static final String DATE = "Tue, 05 May 2026 07:00:00 GMT";
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-05-05T12:00:00Z"), ZoneOffset.UTC);

    private HttpServer server;
    private Headers asked = new Headers();
    private int status = 200;
    private byte[] body = "<rss/>".getBytes(UTF_8);
    private Map<String, String> answer = Map.of();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void bringsADocumentWithItsValidators() {
        answer = Map.of("ETag", "\"1\"", "Last-Modified", DATE, "Content-Type", "text/xml");

        FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) fetch(cursor().build());

        assertThat(fetched.body()).asString().isEqualTo("<rss/>");
        assertThat(fetched.etag()).contains("\"1\"");
        assertThat(fetched.lastModified()).contains(DATE);
        assertThat(fetched.contentType()).contains("text/xml");
        assertThat(fetched.finalUri()).hasToString(feed().getUrl());
        assertThat(fetched.status()).hasValue(200);
        assertThat(fetched.took()).isPositive();
    }

    @Test
    void asksForFeedsAndOnTheFirstTimeUnconditionally() {
        fetch(cursor().build());

        assertThat(asked.getFirst("Accept")).contains("rss+xml", "atom+xml");
        assertThat(asked).doesNotContainKeys("If-none-match", "If-modified-since");
    }

    @Test
    void sendsStoredValidatorsByteForByte() {
        fetch(cursor().setEtag(latin(ETAG)).setLastModified("whenever").build());

        assertThat(asked.getFirst("If-None-Match")).isEqualTo(latin(ETAG));
        assertThat(asked.getFirst("If-Modified-Since")).isEqualTo("whenever");
    }

    @Test
    void theSameBytesHaveTheSameHash() {
        String first = ((FetchOutcome.Fetched) fetch(cursor().build())).bodyHash();
        String again = ((FetchOutcome.Fetched) fetch(cursor().build())).bodyHash();
        body = "<rss />".getBytes(UTF_8);

        assertThat(again).isEqualTo(first).hasSize(32);
        assertThat(((FetchOutcome.Fetched) fetch(cursor().build())).bodyHash()).isNotEqualTo(first);
    }

    @Test
    void notModifiedKeepsValidatorsThatTheAnswerLeavesOut() {
        status = 304;
        answer = Map.of("ETag", "\"2\"");

        FetchOutcome outcome = fetch(cursor().setEtag("\"1\"").setLastModified(DATE).build());

        assertThat(outcome).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(((FetchOutcome.NotModified) outcome).etag()).contains("\"2\"");
        assertThat(((FetchOutcome.NotModified) outcome).lastModified()).contains(DATE);
        assertThat(outcome.status()).hasValue(304);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "429, 120, PT2M",
                "503, 'Tue, 05 May 2026 13:30:00 GMT', PT1H30M",
                "503, 'Tue, 05 May 2026 11:00:00 GMT', PT0S",
                "429, 99999999999999999999, PT720H",
                "429, soon, -",
                "429, -5, -",
                "503, -, -"
            })
    void throttledSaysHowLongToWait(int code, String header, Duration wait) {
        status = code;
        answer = header == null ? Map.of() : Map.of("Retry-After", header);

        FetchOutcome outcome = fetch(cursor().build());

        assertThat(outcome).isInstanceOf(FetchOutcome.Throttled.class);
        assertThat(((FetchOutcome.Throttled) outcome).retryAfter())
                .isEqualTo(Optional.ofNullable(wait));
        assertThat(outcome.status()).hasValue(code);
    }

    @Test
    void goneIsAnOutcomeOfItsOwn() {
        status = 410;

        assertThat(fetch(cursor().build())).isInstanceOf(FetchOutcome.Gone.class);
    }

    @ParameterizedTest
    @CsvSource({"404, HTTP_404", "403, HTTP_403", "500, HTTP_500", "300, HTTP_300"})
    void otherStatusesAreFailuresNamedByTheirNumber(int code, String errorClass) {
        status = code;

        FetchOutcome.Failed failed = (FetchOutcome.Failed) fetch(cursor().build());

        assertThat(failed.errorClass()).isEqualTo(errorClass);
        assertThat(failed.text()).contains(String.valueOf(code)).endsWith(".");
        assertThat(failed.status()).hasValue(code);
    }

    @Test
    void whatNeverGotAnAnswerIsNamedByItsCause() {
        assertThat(errorClass(List.of(), feed().getUrl())).isEqualTo("ADDRESS_REFUSED");
        assertThat(errorClass(List.of("127.0.0.0/8"), "http://[oops/")).isEqualTo("BAD_URL");
        assertThat(errorClass(List.of(), "ftp://example.org/")).isEqualTo("BAD_URL");
    }

    private String errorClass(List<String> allowed, String url) {
        try (EgressClient client = client(allowed)) {
            Feed feed = Feed.newBuilder(feed()).setUrl(url).build();
            FetchOutcome outcome = new FeedFetcher(client, NOON).fetch(feed, cursor().build());
            assertThat(outcome.status()).isEmpty();
            return ((FetchOutcome.Failed) outcome).errorClass();
        }
    }

    private FetchOutcome fetch(FeedCursor cursor) {
        try (EgressClient client = client(List.of("127.0.0.1/32"))) {
            return new FeedFetcher(client, NOON).fetch(feed(), cursor);
        }
    }

    private static EgressClient client(List<String> allowed) {
        return new EgressClient(
                new EgressPolicy(allowed, Duration.ofSeconds(20), 1_000_000, "tocsin-test"));
    }

    private Feed feed() {
        return Feed.newBuilder()
                .setId("f")
                .setUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/feed.xml")
                .setTitle("Example")
                .build();
    }

    private static FeedCursor.Builder cursor() {
        return FeedCursor.newBuilder().setFeedId("f").setState(FeedState.NEVER_POLLED);
    }

    /** What a header value of these UTF-8 bytes looks like to HTTP, which knows bytes only. */
    private static String latin(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked = exchange.getRequestHeaders();
        answer.forEach(exchange.getResponseHeaders()::add);
        boolean bodiless = status == 304;
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bodiless ? new byte[0] : body);
        }
    }
}
