package dev.tocsin.bench.latency;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.tocsin.bench.news.NamedNews;
import dev.tocsin.bench.news.Names;
import dev.tocsin.bench.news.NewsText;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Feeds on loopback, each with what has happened since it was asked last, at a rate that may be
 * changed. One article in so many is about something that nobody else reports, and is to raise an
 * alert.
 */
final class Publisher implements AutoCloseable {
    static final String WORD = "tocsinbench";

    private static final int MOST_ITEMS = 400;
    private static final int TEXT_BYTES = 450;
    private static final int WORDS = 9;

    /** So many that no name comes twice, or articles would join one another's stories. */
    private static final int SYLLABLES = 8;

    private final HttpServer server;
    private final Journeys journeys;
    private final NamedNews news;
    private final Names names;
    private final int feeds;
    private final int every;
    private double perSecond;
    private double due;
    private long countedAt = System.nanoTime();
    private int articles;

    Publisher(Journeys journeys, int feeds, int every, long seed) throws IOException {
        this.journeys = journeys;
        this.feeds = feeds;
        this.every = every;
        this.news = new NamedNews(seed);
        this.names = new Names(seed + 1, SYLLABLES);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    List<String> urls() {
        List<String> urls = new ArrayList<>();
        for (int feed = 0; feed < feeds; feed++) {
            urls.add("http://127.0.0.1:%d/%d.xml".formatted(server.getAddress().getPort(), feed));
        }
        return urls;
    }

    /** From now on; what was due before is forgotten. */
    synchronized void rate(double articlesPerSecond) {
        perSecond = articlesPerSecond;
        due = 0;
        countedAt = System.nanoTime();
    }

    /** Articles so far. */
    synchronized int articles() {
        return articles;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<Integer> alarms = new ArrayList<>();
            byte[] body = document(alarms).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
            alarms.forEach(journeys::left);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized String document(List<Integer> alarms) {
        long now = System.nanoTime();
        due += perSecond * (now - countedAt) / 1e9;
        countedAt = now;
        int items = (int) Math.min(due, MOST_ITEMS);
        due = Math.min(due - items, perSecond);
        StringBuilder document =
                new StringBuilder(
                        "<?xml version='1.0'?><rss version='2.0'><channel><title>Bench</title>"
                                + "<link>https://bench.example/</link><description>d</description>");
        for (int i = 0; i < items; i++) {
            int number = articles++;
            boolean isAlarm = number % every == 0;
            if (isAlarm) {
                alarms.add(number);
            }
            document.append(isAlarm ? alarm(number) : article(number));
        }
        return document.append("</channel></rss>").toString();
    }

    private String article(int number) {
        NewsText text = news.next(TEXT_BYTES);
        return item("https://bench.example/article-" + number, text.title(), text.text());
    }

    /** Words that no other article has, so that it is a story of its own. */
    private String alarm(int number) {
        String words = WORD + names.next(WORDS);
        return item(alarmUrl(number), words, names.next(WORDS));
    }

    static String alarmUrl(int number) {
        return "https://bench.example/alarm-" + number;
    }

    private static String item(String url, String title, String text) {
        return "<item><guid isPermaLink='false'>%1$s</guid><link>%1$s</link><title>%2$s</title><description>%3$s</description></item>"
                .formatted(url, escaped(title), escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
