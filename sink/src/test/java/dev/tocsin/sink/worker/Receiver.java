package dev.tocsin.sink.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Receives what targets are sent, and answers each path by its own script. */
final class Receiver implements AutoCloseable {
    /** Answers one request; may close it without a word. */
    @FunctionalInterface
    interface Script {
        void answer(HttpExchange exchange, int number) throws IOException, InterruptedException;
    }

    /** One request. */
    record Received(String path, HttpHeaders headers, String body) {
        String id() {
            return headers.firstValue("webhook-id").orElse("");
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    Receiver on(String path, Script script) {
        AtomicInteger number = new AtomicInteger();
        server.createContext(
                path,
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    HttpHeaders headers =
                            HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true);
                    received.add(new Received(path, headers, body));
                    try {
                        script.answer(exchange, number.incrementAndGet());
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    } finally {
                        exchange.close();
                    }
                });
        return this;
    }

    static Script status(int status) {
        return (exchange, _) -> exchange.sendResponseHeaders(status, -1);
    }

    /** Fails so often and then takes everything. */
    static Script statusAtFirst(int status, int times) {
        return (exchange, number) ->
                exchange.sendResponseHeaders(number <= times ? status : 204, -1);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    List<Received> received(String path) {
        return received.stream().filter(each -> each.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
