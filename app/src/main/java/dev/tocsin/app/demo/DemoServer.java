package dev.tocsin.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.tocsin.ingest.identity.FeedId;
import dev.tocsin.schemas.Feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Serves the demo's feeds on loopback, with validators, as a good publisher would. */
public final class DemoServer implements AutoCloseable {
    private static final String MALFORMED =
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Broken Press</ttle><item><<";

    private final DemoWeek week;
    private final DemoClock clock;
    private final HttpServer server;
    private final Map<String, DemoFeed> feeds = new HashMap<>();

    private DemoServer(DemoWeek week, DemoClock clock, HttpServer server) {
        this.week = week;
        this.clock = clock;
        this.server = server;
        week.feeds().forEach(feed -> feeds.put(feed.slug(), feed));
    }

    /**
     * Starts on a free port.
     *
     * @param began file that keeps when this demo began
     * @param takes how long the rest of the week takes
     */
    public static DemoServer start(DemoWeek week, Path began, Duration takes, Clock wall) {
        DemoClock clock =
                new DemoClock(
                        wall, DemoClock.began(began, wall), week.starts(), week.ends(), takes);
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            DemoServer demo = new DemoServer(week, clock, server);
            server.createContext("/", demo::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return demo;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's feed server does not start", e);
        }
    }

    /**
     * The feeds as a list. Their ids are made of the outlets' invented addresses, so they stay the
     * same when the port changes.
     */
    public List<Feed> feeds() {
        List<Feed> list = new ArrayList<>();
        for (DemoFeed feed : week.feeds()) {
            list.add(
                    feed(feed.slug(), feed.title(), feed.language())
                            .setPublisher(feed.publisher())
                            .setSourceClass(feed.sourceClass())
                            .setRegion(feed.region())
                            .setFocus(feed.focus())
                            .build());
        }
        for (DemoWeek.Troubled feed : week.troubled()) {
            list.add(feed(feed.slug(), feed.title(), feed.language()).build());
        }
        return list;
    }

    private Feed.Builder feed(String slug, String title, String language) {
        return Feed.newBuilder()
                .setId(FeedId.of("https://" + slug + ".example/feed.xml"))
                .setUrl("http://127.0.0.1:%d/%s.xml".formatted(server.getAddress().getPort(), slug))
                .setTitle(title)
                .setLanguage(language);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String slug = path.replaceFirst("^/", "").replaceFirst("\\.xml$", "");
            DemoFeed feed = feeds.get(slug);
            if (feed != null) {
                DemoEdition next = next(feed, sentEtag(exchange));
                document(exchange, next.etag(), DemoDocument.render(next));
            } else if (isMalformed(slug)) {
                document(exchange, "\"broken\"", MALFORMED.getBytes(StandardCharsets.UTF_8));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    /** Once a day Tocsin asks without ETag, lest a wrong one hide what is new. */
    private DemoEdition next(DemoFeed feed, Optional<String> etag) {
        return etag.isEmpty() && clock.isLongRunning()
                ? DemoEdition.latest(feed, clock.now())
                : DemoEdition.of(feed, etag).next(clock.now());
    }

    private boolean isMalformed(String slug) {
        return week.troubled().stream()
                .anyMatch(feed -> feed.slug().equals(slug) && feed.kind().equals("malformed"));
    }

    private static Optional<String> sentEtag(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match"));
    }

    private static void document(HttpExchange exchange, String etag, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("ETag", etag);
        if (sentEtag(exchange).filter(etag::equals).isPresent()) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/xml; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
