package dev.tocsin.bench.latency;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notes which article a webhook tells of. */
final class WebhookReceiver implements AutoCloseable {
    private static final Pattern ALARM = Pattern.compile("bench\\.example/alarm-(\\d+)");

    private final HttpServer server;

    WebhookReceiver(Journeys journeys) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    Matcher alarm = ALARM.matcher(new String(body, StandardCharsets.UTF_8));
                    while (alarm.find()) {
                        journeys.came(Integer.parseInt(alarm.group(1)));
                    }
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
