package dev.tocsin.ingest.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A hub on loopback that takes requests down and answers as told. */
final class HubFake implements AutoCloseable {
    final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    volatile int status = 202;
    volatile String location = "";
    volatile CountDownLatch gate = new CountDownLatch(0);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final HttpServer server;

    HubFake() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hub";
    }

    Subscription subscription(String feedId) {
        return new Subscription(feedId, URI.create(url()), Samples.FEED_URL);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(form(new String(body, StandardCharsets.UTF_8)));
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().set("Location", location);
            }
            pass();
            atOnce.decrementAndGet();
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private void pass() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(
                        Collectors.toMap(
                                field -> field[0],
                                field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
