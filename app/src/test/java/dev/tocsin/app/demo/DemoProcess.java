package dev.tocsin.app.demo;

import dev.tocsin.app.output.Json;

import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code tocsin demo} in a process of its own, as a user starts it. */
final class DemoProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("open (http://localhost:\\d+)");

    private final Process process;
    private final CompletableFuture<String> page = new CompletableFuture<>();
    private final HttpClient http = HttpClient.newHttpClient();

    private DemoProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    static DemoProcess start(Path data, int seconds) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1g",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.tocsin.app.Main",
                                "demo",
                                "--data",
                                data.toString(),
                                "--port",
                                "0",
                                "--seconds",
                                Integer.toString(seconds))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return new DemoProcess(process);
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.err.println("demo: " + line);
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    page.complete(ready.group(1));
                }
            }
        } catch (IOException e) {
            System.err.println("demo: " + e);
        }
        page.completeExceptionally(new IllegalStateException("the demo ended before it was ready"));
    }

    JsonNode get(String path) throws Exception {
        URI uri = URI.create(page.get(120, TimeUnit.SECONDS) + path);
        return Json.read(
                http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
    }

    /** SIGKILL: nothing is flushed, nothing is closed, PostgreSQL is left behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
