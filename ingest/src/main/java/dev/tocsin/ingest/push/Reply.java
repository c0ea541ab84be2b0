package dev.tocsin.ingest.push;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An answer to a hub, of a type that no browser runs (sections 5.3.1 and 8.2). */
record Reply(int status, String text) {
    static final Reply ACCEPTED = new Reply(202, "");
    static final Reply NOT_FOUND = new Reply(404, "");
    static final Reply GONE = new Reply(410, "");
    static final Reply TOO_LARGE = new Reply(413, "");
    static final Reply LATER = new Reply(503, "");

    void send(HttpExchange exchange) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/plain; charset=utf-8");
        headers.set("X-Content-Type-Options", "nosniff");
        if (status == LATER.status) {
            headers.set("Retry-After", "60");
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
