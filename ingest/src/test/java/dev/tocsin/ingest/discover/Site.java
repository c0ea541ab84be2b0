package dev.tocsin.ingest.discover;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A site of a few pages on loopback; what it does not have is 404. */
final class Site implements AutoCloseable {
    static final String FEED =
            """
            <rss version="2.0"><channel><title>%s</title><link>https://paper.example/</link>
            <description>News</description>
            <item><title>One</title><guid>1</guid><link>https://paper.example/1</link>
            <pubDate>Tue, 05 May 2026 07:00:00 GMT</pubDate></item></channel></rss>
            """;

    private record Page(int status, String text) {}

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Site() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    Site page(String path, String text) {
        return page(path, 200, text);
    }

    Site page(String path, int status, String text) {
        pages.put(path, new Page(status, text));
        return this;
    }

    Site feed(String path, String title) {
        return page(path, FEED.formatted(title));
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Paths in the order in which they were asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        Page page = pages.getOrDefault(path, new Page(404, "nothing here"));
        byte[] body = page.text.getBytes(UTF_8);
        exchange.sendResponseHeaders(page.status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
