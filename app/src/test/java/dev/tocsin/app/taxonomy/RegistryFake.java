package dev.tocsin.app.taxonomy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.tocsin.app.output.Json;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A schema registry that takes schemas and, at times, gives none. */
final class RegistryFake implements AutoCloseable {
    private final List<String> schemas = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    volatile boolean answersReaders = true;
    volatile int refused;

    RegistryFake() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** With a memory of its own. */
    RecordSerdes serdes() {
        URI address = URI.create("http://localhost:" + server.getAddress().getPort());
        return new RecordSerdes(RecordFormat.of(Optional.of(address)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/subjects/")) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            schemas.add(Json.read(body).path("schema").asString());
            send(exchange, 200, Json.line(Map.of("id", schemas.size())));
        } else if (answersReaders) {
            int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            send(exchange, 200, Json.line(Map.of("schema", schemas.get(id - 1))));
        } else {
            refused = refused + 1;
            send(exchange, 503, "{}");
        }
    }

    private static void send(HttpExchange exchange, int status, String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
