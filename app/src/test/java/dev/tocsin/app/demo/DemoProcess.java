package dev.tocsin.app.demo;

import dev.tocsin.app.output.Json;
import dev.tocsin.app.process.TocsinProcess;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** {@code tocsin demo} in a process of its own, and its page. */
final class DemoProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern READY = Pattern.compile("open (http://localhost:\\d+)");

    private final TocsinProcess process;
    private final HttpClient http = HttpClient.newHttpClient();

    private DemoProcess(TocsinProcess process) {
        this.process = process;
    }

    static DemoProcess start(Path data, int seconds) throws IOException {
        return new DemoProcess(
                TocsinProcess.start(
                        "demo",
                        READY,
                        "demo",
                        "--data",
                        data.toString(),
                        "--port",
                        "0",
                        "--seconds",
                        Integer.toString(seconds)));
    }

    JsonNode get(String path) throws Exception {
        URI uri = URI.create(process.awaitSaid().group(1) + path);
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
        return Json.read(http.send(request, BodyHandlers.ofString()).body());
    }

    /** Its health; its threads go to the standard error of the test. */
    String state() {
        process.tellThreads();
        try {
            return get("/api/v1/health").toString();
        } catch (Exception e) {
            return "health does not answer: " + e;
        }
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
