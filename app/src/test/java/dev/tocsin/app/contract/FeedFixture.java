package dev.tocsin.app.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A publisher on loopback whose documents the test writes; honours validators. */
public final class FeedFixture implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> conditional = new CopyOnWriteArrayList<>();

    private record Answer(int status, String type, byte[] body) {}

    public FeedFixture() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Serves a document under the path from now on. */
    public void serve(String path, String document) {
        serve(path, 200, "application/rss+xml; charset=utf-8", document);
    }

    /** Answers with the status from now on. */
    public void serve(String path, int status, String type, String document) {
        answers.put(path, new Answer(status, type, document.getBytes(StandardCharsets.UTF_8)));
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Paths that were asked for with a validator, in order. */
    public List<String> conditionalRequests() {
        return conditional;
    }

    /** An RSS document of items made by {@link #item}. */
    public static String rss(String title, String... items) {
        return "<?xml version='1.0'?><rss version='2.0'><channel><title>%s</title><link>https://paper.example/</link><description>d</description>%s</channel></rss>"
                .formatted(title, String.join("", items));
    }

    public static String item(String id, String title, String summary) {
        return "<item><guid isPermaLink='false'>%s</guid><link>https://paper.example/%s</link><title>%s</title><description>%s</description><pubDate>Thu, 15 May 2025 09:00:00 GMT</pubDate></item>"
                .formatted(id, id, title, summary);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Answer answer =
                    answers.getOrDefault(path, new Answer(404, "text/plain", new byte[] {'?'}));
            String etag = "\"" + Arrays.hashCode(answer.body) + "\"";
            String known = exchange.getRequestHeaders().getFirst("If-None-Match");
            if (known != null) {
                conditional.add(path);
            }
            if (etag.equals(known)) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", answer.type);
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.sendResponseHeaders(
                    answer.status, answer.body.length == 0 ? -1 : answer.body.length);
            if (answer.body.length > 0) {
                exchange.getResponseBody().write(answer.body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
