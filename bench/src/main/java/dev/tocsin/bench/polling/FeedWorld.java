package dev.tocsin.bench.polling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.tocsin.ingest.identity.FeedId;
import dev.tocsin.schemas.Feed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executors;

/**
 * Publishers without number on one server: every address of 127.0.0.0/8 is a host. Each feed has a
 * document of twenty entries and a new one every four intervals, and honours its ETag.
 */
final class FeedWorld implements AutoCloseable {
    static final int FEEDS_PER_HOST = 4;
    private static final int ENTRIES = 20;
    private static final int QUIET_INTERVALS = 4;
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final int CLOSED_PORT = 9;

    private final HttpServer server;
    private final Duration period;

    private FeedWorld(HttpServer server, Duration period) {
        this.server = server;
        this.period = period;
    }

    /**
     * @param interval between two polls of a feed
     */
    static FeedWorld open(Duration interval) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(0), 4096);
        FeedWorld world = new FeedWorld(server, interval.multipliedBy(QUIET_INTERVALS));
        server.createContext("/live/", world::live);
        server.createContext("/dead/", FeedWorld::dead);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return world;
    }

    /** The feed with that number. */
    Feed feed(int number, Scene scene) {
        boolean isDead = scene.isDead(number);
        boolean refuses = isDead && number / FEEDS_PER_HOST % 2 == 0;
        String url =
                "http://%s:%d/%s/%d.xml"
                        .formatted(
                                host(number / FEEDS_PER_HOST),
                                refuses ? CLOSED_PORT : server.getAddress().getPort(),
                                isDead ? "dead" : "live",
                                number);
        return Feed.newBuilder()
                .setId(FeedId.of(url))
                .setUrl(url)
                .setTitle(isDead ? "dead" : "live")
                .build();
    }

    private static String host(int number) {
        return "127.%d.%d.%d".formatted(1 + (number >> 16), number >> 8 & 255, number & 255);
    }

    /** The newest entry of the feed at a moment; others went before it. */
    private long newest(int number, Instant now) {
        long offset = (number * 7919L) % period.toMillis();
        return (now.toEpochMilli() + offset) / period.toMillis();
    }

    /** The validator that the feed's document has at a moment. */
    String etag(int number, Instant now) {
        return "\"" + newest(number, now) + "\"";
    }

    private void live(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
                return;
            }
            String path = exchange.getRequestURI().getPath();
            int number =
                    Integer.parseInt(path, "/live/".length(), path.length() - ".xml".length(), 10);
            Instant now = Instant.now();
            String etag = etag(number, now);
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] body = document(number, now).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Takes the request and says nothing. */
    private static void dead(HttpExchange exchange) {
        try (exchange) {
            Thread.sleep(SILENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String document(int number, Instant now) {
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>F")
                        .append(number)
                        .append("</title><link>https://f.example/</link><description/>");
        long newest = newest(number, now);
        for (long entry = newest; entry > newest - ENTRIES; entry--) {
            xml.append(item(number, entry));
        }
        return xml.append("</channel></rss>").toString();
    }

    private String item(int number, long entry) {
        Instant at = Instant.ofEpochMilli(entry * period.toMillis() - period.toMillis());
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
        return """
        <item><guid isPermaLink="false">%d-%d</guid><link>https://f.example/%1$d/%2$d</link>\
        <title>Report %2$d of outlet %1$d on what happened at the river</title>\
        <description>Two sentences stand here, so that a document is about as long as \
        documents are. The second one says that talks go on.</description>\
        <pubDate>%3$s</pubDate></item>
        """
                .formatted(number, entry, date);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
