package dev.tocsin.app.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes webhooks that the library of the specification takes, and refuses others. */
final class WebhookDesk implements AutoCloseable {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Webhook webhook;
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> forged = new CopyOnWriteArrayList<>();

    /** A webhook that was taken. */
    record Received(String id, String body) {}

    WebhookDesk() throws Exception {
        webhook = new Webhook(SECRET);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true);
            try {
                webhook.verify(body, headers);
                received.add(new Received(headers.firstValue("webhook-id").orElse(""), body));
                exchange.sendResponseHeaders(204, -1);
            } catch (WebhookVerificationException e) {
                forged.add(String.valueOf(e.getMessage()));
                exchange.sendResponseHeaders(401, -1);
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** Those that tell of something, as ids. */
    List<String> idsAbout(String words) {
        return received.stream()
                .filter(each -> each.body().contains(words))
                .map(Received::id)
                .toList();
    }

    /** Why webhooks were refused. */
    List<String> forged() {
        return List.copyOf(forged);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
