package dev.tocsin.app.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Feeds on hosts of their own that have one more entry with every answer, the last forty of them in
 * the document: what one poll loses, a later document brings again.
 */
final class GrowingFeeds implements AutoCloseable {
    private static final int IN_DOCUMENT = 40;

    private final List<HttpServer> servers = new ArrayList<>();
    private final Map<String, AtomicInteger> entries = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger overlaps = new AtomicInteger();

    static GrowingFeeds start(int hosts) throws IOException {
        GrowingFeeds feeds = new GrowingFeeds();
        for (int host = 1; host <= hosts; host++) {
            feeds.open("127.0.1." + host);
        }
        return feeds;
    }

    private void open(String host) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(host, 0), 0);
        String url = "http://%s:%d/".formatted(host, server.getAddress().getPort());
        entries.put(url, new AtomicInteger());
        underWay.put(url, new AtomicInteger());
        server.createContext("/", exchange -> answer(url, exchange));
        server.setExecutor(Thread::startVirtualThread);
        server.start();
        servers.add(server);
    }

    private void answer(String url, HttpExchange exchange) throws IOException {
        try (exchange) {
            if (underWay.get(url).incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            byte[] body =
                    document(url, entries.get(url).incrementAndGet())
                            .getBytes(StandardCharsets.UTF_8);
            underWay.get(url).decrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String document(String url, int newest) {
        StringBuilder items = new StringBuilder();
        for (int entry = newest; entry > Math.max(0, newest - IN_DOCUMENT); entry--) {
            items.append(
                    "<item><guid isPermaLink='false'>%d</guid><link>%sentry/%1$d</link><title>Entry %1$d</title></item>"
                            .formatted(entry, url));
        }
        return "<rss version='2.0'><channel><title>Growing</title><link>%s</link><description/>%s</channel></rss>"
                .formatted(url, items);
    }

    List<String> urls() {
        return List.copyOf(entries.keySet());
    }

    /** How many entries each feed has had so far. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        entries.forEach((url, count) -> counts.put(url, count.get()));
        return counts;
    }

    /** How often a host was asked while it was still answering. */
    int overlaps() {
        return overlaps.get();
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }
}
