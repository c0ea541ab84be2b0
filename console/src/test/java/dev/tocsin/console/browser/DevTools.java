package dev.tocsin.console.browser;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A connection of the Chrome DevTools Protocol: numbered calls, their answers, and events. */
final class DevTools implements WebSocket.Listener, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SECONDS = 60;

    private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
    private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final StringBuilder message = new StringBuilder();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    static DevTools connect(URI address) {
        DevTools tools = new DevTools();
        tools.socket.complete(
                HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, tools).join());
        return tools;
    }

    void listen(Consumer<JsonNode> listener) {
        listeners.add(listener);
    }

    /** The result, once it is there. */
    synchronized JsonNode call(String method, Map<String, Object> parameters) {
        int number = numbers.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        calls.put(number, answer);
        String text =
                JSON.writeValueAsString(
                        Map.of("id", number, "method", method, "params", parameters));
        socket.join().sendText(text, true).join();
        JsonNode said = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        if (said.has("error")) {
            throw new AssertionError(method + ": " + said.path("error"));
        }
        return said.path("result");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            take(JSON.readTree(message.toString()));
            message.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        socket.join().abort();
    }

    private void take(JsonNode said) {
        CompletableFuture<JsonNode> call = calls.remove(said.path("id").asInt(-1));
        if (call != null) {
            call.complete(said);
        } else {
            listeners.forEach(listener -> listener.accept(said));
        }
    }
}
