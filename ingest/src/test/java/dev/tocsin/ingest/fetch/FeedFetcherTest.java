package dev.tocsin.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressPolicy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
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

        FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) fetch(FetchRequest.of(url()));

        assertThat(fetched.body()).asString().isEqualTo("<rss/>");
        assertThat(fetched.etag()).contains("\"1\"");
        assertThat(fetched.lastModified()).contains(DATE);
        assertThat(fetched.contentType()).contains("text/xml");
        assertThat(fetched.finalUri()).hasToString(url().toString());
        assertThat(fetched.status()).hasValue(200);
        assertThat(fetched.took()).isPositive();
    }

    @Test
    void asksForFeedsAndOnTheFirstTimeUnconditionally() {
        fetch(FetchRequest.of(url()));

        assertThat(asked.getFirst("Accept")).contains("rss+xml", "atom+xml");
        assertThat(asked).doesNotContainKeys("If-none-match", "If-modified-since");
    }

    @Test
    void sendsStoredValidatorsByteForByte() {
        fetch(known(latin(ETAG), "whenever"));

        assertThat(asked.getFirst("If-None-Match")).isEqualTo(latin(ETAG));
        assertThat(asked.getFirst("If-Modified-Since")).isEqualTo("whenever");
    }

    @Test
    void anAuditSendsNoValidators() {
        fetch(new FetchRequest(url(), Optional.of("\"1\""), Optional.of(DATE), true));

        assertThat(asked).doesNotContainKeys("If-none-match", "If-modified-since");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\u0000b", "\u20ac", " ", "\u007f"})
    void aValidatorThatWouldBreakTheRequestIsLeftOut(String evil) {
        fetch(known(evil, DATE));

        assertThat(asked).doesNotContainKeys("If-none-match", "X-evil");
        assertThat(asked.getFirst("If-Modified-Since")).isEqualTo(DATE);
    }

    @Test
    void aServerThatAnswersNotModifiedToNothingHasFailed() {
        status = 304;

        assertThat(fetch(known("a\u0000b", "\n"))).isInstanceOf(FetchOutcome.Failed.class);
    }

    @Test
    void aDocumentThatBrokeOffHasNoValidators() throws IOException {
        String half = "<rss><channel><item>";
        try (ServerSocket peer = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual()
                    .start(() -> say(peer, "Content-Length: 999\r\nETag: \"1\"\r\n\r\n" + half));
            URI url = URI.create("http://127.0.0.1:" + peer.getLocalPort() + "/");

            FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) fetch(FetchRequest.of(url));

            assertThat(fetched.body()).asString().isEqualTo(half);
            assertThat(fetched.etag()).isEmpty();
        }
    }

    private static void say(ServerSocket peer, String answer) {
        try (Socket socket = peer.accept()) {
            while (socket.getInputStream().read() != '\n') {
                // the request's first line is enough
            }
            socket.getInputStream().skip(socket.getInputStream().available());
            socket.getOutputStream().write(("HTTP/1.1 200 OK\r\n" + answer).getBytes(UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void readsHowLongTheAnswerIsFreshAndWhereItsHubIs() {
        answer =
                Map.of(
                        "Cache-Control",
                        "public, max-age=600",
                        "Link",
                        "</hub>; rel=hub, <https://paper.example/feed>; rel=\"self\"");

        FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) fetch(FetchRequest.of(url()));

        assertThat(fetched.freshness().maxAge()).contains(Duration.ofMinutes(10));
        assertThat(fetched.links().hub()).contains(url().resolve("/hub"));
        assertThat(fetched.links().self()).contains(URI.create("https://paper.example/feed"));
    }

    @Test
    void theSameBytesHaveTheSameHash() {
        String first = ((FetchOutcome.Fetched) fetch(FetchRequest.of(url()))).bodyHash();
        String again = ((FetchOutcome.Fetched) fetch(FetchRequest.of(url()))).bodyHash();
        body = "<rss />".getBytes(UTF_8);

        assertThat(again).isEqualTo(first).hasSize(32);
        assertThat(((FetchOutcome.Fetched) fetch(FetchRequest.of(url()))).bodyHash())
                .isNotEqualTo(first);
    }

    @Test
    void notModifiedKeepsValidatorsThatTheAnswerLeavesOut() {
        status = 304;
        answer = Map.of("ETag", "\"2\"");

        FetchOutcome outcome = fetch(known("\"1\"", DATE));

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

        FetchOutcome outcome = fetch(FetchRequest.of(url()));

        assertThat(outcome).isInstanceOf(FetchOutcome.Throttled.class);
        assertThat(((FetchOutcome.Throttled) outcome).retryAfter())
                .isEqualTo(Optional.ofNullable(wait));
        assertThat(outcome.status()).hasValue(code);
    }

    @Test
    void goneIsAnOutcomeOfItsOwn() {
        status = 410;

        assertThat(fetch(FetchRequest.of(url()))).isInstanceOf(FetchOutcome.Gone.class);
    }

    @ParameterizedTest
    @CsvSource({
        "404, HARD",
        "403, HARD",
        "401, HARD",
        "451, HARD",
        "408, TEMPORARY",
        "425, TEMPORARY",
        "500, TEMPORARY",
        "502, TEMPORARY",
        "501, HARD",
        "300, SOFT",
        "202, SOFT",
        "206, SOFT",
        "304, SOFT",
        "999, TEMPORARY"
    })
    void otherStatusesAreFailuresNamedByTheirNumber(int code, FailureKind kind) {
        status = code;

        FetchOutcome.Failed failed = (FetchOutcome.Failed) fetch(FetchRequest.of(url()));

        assertThat(failed.errorClass()).isEqualTo("HTTP_" + code);
        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed.text()).contains(String.valueOf(code)).endsWith(".");
        assertThat(failed.status()).hasValue(code);
    }

    @Test
    void whatNeverGotAnAnswerIsNamedByItsCause() {
        assertThat(errorClass(List.of(), url().toString())).isEqualTo("ADDRESS_REFUSED");
        assertThat(errorClass(List.of("127.0.0.0/8"), "http://u@p@a/")).isEqualTo("BAD_URL");
        assertThat(errorClass(List.of(), "ftp://example.org/")).isEqualTo("BAD_URL");
    }

    private String errorClass(List<String> allowed, String url) {
        try (EgressClient client = client(allowed)) {
            FetchOutcome outcome =
                    new FeedFetcher(client, NOON).fetch(FetchRequest.of(URI.create(url)));
            assertThat(outcome.status()).isEmpty();
            return ((FetchOutcome.Failed) outcome).errorClass();
        }
    }

    private FetchOutcome fetch(FetchRequest request) {
        try (EgressClient client = client(List.of("127.0.0.1/32"))) {
            return new FeedFetcher(client, NOON).fetch(request);
        }
    }

    private FetchRequest known(String etag, String lastModified) {
        return new FetchRequest(url(), Optional.of(etag), Optional.of(lastModified), false);
    }

    private static EgressClient client(List<String> allowed) {
        return new EgressClient(
                new EgressPolicy(allowed, Duration.ofSeconds(20), 1_000_000, "tocsin-test"));
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feed.xml");
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
