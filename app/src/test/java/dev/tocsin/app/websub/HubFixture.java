package dev.tocsin.app.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A paper on loopback and the hub that it names: verifies intent, and pushes what the test wants.
 */
final class HubFixture implements AutoCloseable {
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger fetches = new AtomicInteger();
    private final List<Map<String, String>> confirmed = new CopyOnWriteArrayList<>();
    private volatile String document = rss("0");

    HubFixture() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/feed.xml", this::feed);
        server.createContext("/hub", this::hub);
        server.start();
    }

    static String rss(String... ids) {
        String items =
                Arrays.stream(ids)
                        .map(id ->
                                "<item><guid isPermaLink='false'>%s</guid><link>https://paper.example/%s</link><title>Story %s</title></item>"
                                        .formatted(id, id, id))
                        .collect(Collectors.joining());
        return "<?xml version='1.0'?><rss version='2.0'><channel><title>Paper</title><link>https://paper.example/</link><description>d</description>%s</channel></rss>"
                .formatted(items);
    }

    String feedUrl() {
        return url("/feed.xml");
    }

    void publish(String newDocument) {
        document = newDocument;
    }

    /** How often the paper was asked for its feed. */
    int fetches() {
        return fetches.get();
    }

    /** Requests whose intent was confirmed at the callback, in order. */
    List<Map<String, String>> confirmed() {
        return List.copyOf(confirmed);
    }

    /** Pushes to the callback of the first subscription; returns the status. */
    int push(String body) throws Exception {
        return push(body, confirmed.getFirst().get("hub.secret"));
    }

    int push(String body, String secret) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(confirmed.getFirst().get("hub.callback")))
                        .header("Content-Type", "application/rss+xml")
                        .header("X-Hub-Signature", "sha256=" + hmac(secret, body))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String hmac(String secret, String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    }

    private void feed(HttpExchange exchange) throws IOException {
        try (exchange) {
            fetches.incrementAndGet();
            byte[] body = document.getBytes(UTF_8);
            exchange.getResponseHeaders()
                    .set(
                            "Link",
                            "<%s>; rel=\"hub\", <%s>; rel=\"self\""
                                    .formatted(url("/hub"), feedUrl()));
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void hub(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form =
                    Arrays.stream(
                                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)
                                            .split("&"))
                            .map(field -> field.split("=", 2))
                            .collect(
                                    Collectors.toMap(
                                            field -> field[0],
                                            field -> URLDecoder.decode(field[1], UTF_8)));
            exchange.sendResponseHeaders(202, -1);
            Thread.startVirtualThread(() -> verify(form));
        }
    }

    private void verify(Map<String, String> form) {
        List<String> query = new ArrayList<>();
        query.add("hub.mode=" + form.get("hub.mode"));
        query.add("hub.topic=" + URLEncoder.encode(form.get("hub.topic"), UTF_8));
        query.add("hub.challenge=echo-me");
        query.add("hub.lease_seconds=" + form.get("hub.lease_seconds"));
        URI callback = URI.create(form.get("hub.callback") + '?' + String.join("&", query));
        try {
            String echo =
                    http.send(HttpRequest.newBuilder(callback).build(), BodyHandlers.ofString())
                            .body();
            if (echo.equals("echo-me")) {
                confirmed.add(form);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
