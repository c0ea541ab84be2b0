package dev.tocsin.egress;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class EgressClientTest {
    private static final int CAP = 1_000_000;
    private static final List<String> LOOPBACK = List.of("127.0.0.1/32");

    private final List<Headers> received = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/feed", exchange -> answer(exchange, 200, "hello".getBytes(UTF_8)));
        server.createContext("/loop", exchange -> redirect(exchange, "/loop"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void refusesLoopbackUnlessTheOperatorAllowsIt() {
        EgressResult refused = get(List.of(), uri("127.0.0.1", "/feed"));
        EgressResult open = get(LOOPBACK, uri("127.0.0.1", "/feed"));

        assertThat(refused).isInstanceOf(EgressResult.Refused.class);
        assertThat(((EgressResult.Refused) refused).text()).contains("127.0.0.1", "loopback");
        assertThat(response(open).body()).asString().isEqualTo("hello");
        assertThat(received).hasSize(1);
    }

    @Test
    void refusesANameThatResolvesToLoopback() {
        assertThat(get(List.of(), uri("inside.example", "/feed")))
                .isInstanceOf(EgressResult.Refused.class);
        assertThat(received).isEmpty();
    }

    @Test
    void refusesANameWithOneClosedAddressAmongOpenOnes() {
        InetAddress[] mixed = {address("127.0.0.1"), address("10.0.0.1")};
        try (EgressClient client = new EgressClient(policy(LOOPBACK), _ -> mixed)) {
            assertThat(client.get(uri("mixed.example", "/feed"), Map.of()))
                    .isInstanceOf(EgressResult.Refused.class);
        }
    }

    @Test
    void connectsToTheVeryAddressThatWasChecked() {
        AtomicInteger lookups = new AtomicInteger();
        GuardedResolver.Lookup rebinding =
                _ ->
                        new InetAddress[] {
                            address(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")
                        };
        try (EgressClient client = new EgressClient(policy(LOOPBACK), rebinding)) {
            EgressResult result = client.get(uri("rebinding.example", "/feed"), Map.of());

            assertThat(response(result).status()).isEqualTo(200);
            assertThat(lookups).hasValue(1);
        }
    }

    @Test
    void redirectsToOneHostTakeTurnsWhoeverSendsThem() throws Exception {
        Duration pause = Duration.ofMillis(50);
        List<Long> starts = new CopyOnWriteArrayList<>();
        URI third = uri("third.example", "/third");
        server.createContext("/go", exchange -> redirect(exchange, third.toString()));
        server.createContext(
                "/third",
                exchange -> {
                    starts.add(System.nanoTime());
                    answer(exchange, 200, new byte[0]);
                });
        try (EgressClient client =
                new EgressClient(policy(LOOPBACK), pause, EgressClientTest::lookup)) {
            List<Thread> threads =
                    Stream.of("a", "b", "c", "d")
                            .map(name -> uri(name + ".example", "/go"))
                            .map(uri -> Thread.ofVirtual().start(() -> client.get(uri, Map.of())))
                            .toList();
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(starts).hasSize(4);
        for (int next = 1; next < 4; next++) {
            assertThat(starts.get(next) - starts.get(next - 1))
                    .isGreaterThanOrEqualTo(pause.toNanos());
        }
    }

    @Test
    void checksTheTargetOfARedirectToo() {
        server.createContext("/out", exchange -> redirect(exchange, "http://169.254.169.254/meta"));

        assertThat(get(LOOPBACK, uri("127.0.0.1", "/out")))
                .isInstanceOfSatisfying(
                        EgressResult.Refused.class,
                        refused -> assertThat(refused.text()).contains("link-local"));
    }

    @Test
    void followsRedirectsAndSaysWhichOnes() {
        server.createContext("/old", exchange -> redirect(exchange, "/feed"));

        EgressResult.Response response = response(get(LOOPBACK, uri("127.0.0.1", "/old")));

        assertThat(response.finalUri()).isEqualTo(uri("127.0.0.1", "/feed"));
        assertThat(response.redirects())
                .containsExactly(
                        new Redirect(301, uri("127.0.0.1", "/old"), uri("127.0.0.1", "/feed")));
    }

    @Test
    void givesUpOnALoopAfterFiveRedirects() {
        assertThat(error(get(LOOPBACK, uri("127.0.0.1", "/loop"))))
                .isEqualTo(EgressError.TOO_MANY_REDIRECTS);
        assertThat(received).hasSize(6);
    }

    @Test
    void aRedirectWithoutTargetIsBad() {
        server.createContext("/nowhere", exchange -> answer(exchange, 302, new byte[0]));

        assertThat(error(get(LOOPBACK, uri("127.0.0.1", "/nowhere"))))
                .isEqualTo(EgressError.BAD_REDIRECT);
    }

    @Test
    void credentialsDoNotReachAnotherOrigin() {
        URI other = uri("other.example", "/feed");
        server.createContext("/away", exchange -> redirect(exchange, other.toString()));
        try (EgressClient client = client(LOOPBACK)) {
            client.get(uri("one.example", "/away"), Map.of("Authorization", "Bearer x", "A", "b"));
        }

        assertThat(received.getFirst().getFirst("Authorization")).isEqualTo("Bearer x");
        assertThat(received.getLast()).doesNotContainKey("Authorization");
        assertThat(received.getLast().getFirst("A")).isEqualTo("b");
    }

    @Test
    void aLoginInTheUrlIsSentAsOneAndNotShownAgain() {
        String place = "127.0.0.1:" + server.getAddress().getPort();

        EgressResult result = get(LOOPBACK, URI.create("http://desk:secret@" + place + "/feed"));

        assertThat(received.getFirst().getFirst("Authorization"))
                .isEqualTo("Basic ZGVzazpzZWNyZXQ=");
        assertThat(response(result).finalUri()).hasToString("http://" + place + "/feed");
    }

    @Test
    void aBodyIsPostedAndNoRedirectFollowed() throws IOException {
        List<String> bodies = new CopyOnWriteArrayList<>();
        server.createContext(
                "/hook",
                exchange -> {
                    bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    redirect(exchange, "/feed");
                });
        try (EgressClient client = client(LOOPBACK)) {
            EgressResult result =
                    client.post(
                            uri("127.0.0.1", "/hook"),
                            Map.of("X-A", "b"),
                            "application/json",
                            "{}".getBytes(UTF_8));

            assertThat(response(result).status()).isEqualTo(301);
        }
        assertThat(bodies).containsExactly("{}");
        assertThat(received)
                .singleElement()
                .satisfies(headers -> {
                    assertThat(headers.getFirst("Content-Type")).isEqualTo("application/json");
                    assertThat(headers.getFirst("X-A")).isEqualTo("b");
                });
    }

    @Test
    void aBodyIsPostedToNoClosedAddress() {
        try (EgressClient client = client(List.of())) {
            assertThat(client.post(uri("127.0.0.1", "/hook"), Map.of(), "text/plain", new byte[1]))
                    .isInstanceOf(EgressResult.Refused.class);
        }
    }

    @Test
    void aConnectionIsKeptForTheNextFetchOfItsHost() throws IOException {
        AtomicInteger connections = new AtomicInteger();
        Peer.Script twice =
                line -> {
                    connections.incrementAndGet();
                    line.say("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na");
                    line.next();
                    line.say("HTTP/1.1 304 Not Modified\r\n\r\n");
                };
        try (Peer peer = new Peer(twice);
                EgressClient client = client(LOOPBACK)) {
            URI uri = peer.uri("http://127.0.0.1:PORT/");

            assertThat(response(client.get(uri, Map.of())).status()).isEqualTo(200);
            assertThat(response(client.get(uri, Map.of())).status()).isEqualTo(304);
            assertThat(response(client.get(uri, Map.of())).status())
                    .as("the kept connection was closed meanwhile, so another is made")
                    .isEqualTo(200);
        }
        assertThat(connections).hasValue(2);
    }

    @Test
    void saysWhatANameResolvesToAndWhatIsOpen() throws UnknownHostException {
        InetAddress[] mixed = {address("127.0.0.1"), address("10.0.0.1")};
        try (EgressClient client = new EgressClient(policy(LOOPBACK), _ -> mixed)) {
            assertThat(client.addresses(URI.create("http://mixed.example:8080/x")))
                    .containsExactly(
                            new HostAddress(mixed[0], Optional.empty()),
                            new HostAddress(mixed[1], Optional.of("private")));
        }
    }

    @Test
    void sendsNoCookiesAndSaysWhoAsks() {
        server.createContext(
                "/cookie",
                exchange -> {
                    exchange.getResponseHeaders().add("Set-Cookie", "a=b; Path=/");
                    answer(exchange, 200, new byte[0]);
                });
        try (EgressClient client = client(LOOPBACK)) {
            client.get(uri("127.0.0.1", "/cookie"), Map.of());
            client.get(uri("127.0.0.1", "/feed"), Map.of());
        }

        assertThat(received.getLast()).doesNotContainKeys("Cookie", "Referer");
        assertThat(received.getLast().getFirst("User-Agent")).isEqualTo("tocsin-test");
        assertThat(received.getLast().getFirst("Accept-Encoding"))
                .isEqualTo("gzip, deflate, br, zstd");
    }

    @Test
    void ignoresTheProxyOfTheEnvironment() {
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", "1");
        System.setProperty("socksProxyHost", "127.0.0.1");
        System.setProperty("socksProxyPort", "1");
        try {
            EgressResult result = get(LOOPBACK, uri("127.0.0.1", "/feed"));

            assertThat(response(result).status()).isEqualTo(200);
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
            System.clearProperty("socksProxyHost");
            System.clearProperty("socksProxyPort");
        }
    }

    @Test
    void errorStatusesAreResponses() {
        server.createContext("/gone", exchange -> answer(exchange, 410, "gone".getBytes(UTF_8)));

        EgressResult.Response response = response(get(LOOPBACK, uri("127.0.0.1", "/gone")));

        assertThat(response.status()).isEqualTo(410);
        assertThat(response.body()).asString().isEqualTo("gone");
    }

    @Test
    void namesWhatKeptItFromAnAnswer() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(error(get(LOOPBACK, URI.create("http://127.0.0.1:" + closed + "/"))))
                .isEqualTo(EgressError.CONNECT_FAILED);
        assertThat(error(get(LOOPBACK, uri("nowhere.invalid", "/"))))
                .isEqualTo(EgressError.UNKNOWN_HOST);
        for (String bad :
                List.of("ftp://127.0.0.1/", "feed", "http:///x", "http://u@p@127.0.0.1/")) {
            assertThat(error(get(LOOPBACK, URI.create(bad))))
                    .as(bad)
                    .isEqualTo(EgressError.BAD_URL);
        }
    }

    private void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().add("Location", target);
        answer(exchange, 301, new byte[0]);
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        received.add(exchange.getRequestHeaders());
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private URI uri(String host, String path) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
    }

    private static EgressResult get(List<String> allowed, URI uri) {
        try (EgressClient client = client(allowed)) {
            return client.get(uri, Map.of());
        }
    }

    private static EgressClient client(List<String> allowed) {
        return new EgressClient(policy(allowed), EgressClientTest::lookup);
    }

    private static InetAddress[] lookup(String host) throws UnknownHostException {
        if (host.endsWith(".invalid")) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {address(host.endsWith(".example") ? "127.0.0.1" : host)};
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private static EgressPolicy policy(List<String> allowed) {
        return new EgressPolicy(allowed, Duration.ofSeconds(20), CAP, "tocsin-test");
    }

    private static EgressResult.Response response(EgressResult result) {
        assertThat(result).isInstanceOf(EgressResult.Response.class);
        return (EgressResult.Response) result;
    }

    private static EgressError error(EgressResult result) {
        assertThat(result).isInstanceOf(EgressResult.Failed.class);
        return ((EgressResult.Failed) result).error();
    }
}
