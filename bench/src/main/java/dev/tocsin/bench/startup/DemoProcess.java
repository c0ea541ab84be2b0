package dev.tocsin.bench.startup;

import dev.tocsin.bench.measure.Waiting;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code tocsin demo} in a process of its own, as a user would start it. */
final class DemoProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final Process process;
    private final Path log;
    private final String address;
    private final long startNanos;
    private final HttpClient http;

    private DemoProcess(
            Process process, Path log, String address, long startNanos, HttpClient http) {
        this.process = process;
        this.log = log;
        this.address = address;
        this.startNanos = startNanos;
        this.http = http;
    }

    /** Starts the launcher on the data folder; its output goes to a file beside that folder. */
    static DemoProcess start(Path launcher, Path data, HttpClient http) throws IOException {
        int port = freePort();
        List<String> command =
                List.of(
                        launcher.toString(),
                        "demo",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Path log = data.resolveSibling("demo.log");
        builder.redirectOutput(Redirect.appendTo(log.toFile()));
        long startNanos = System.nanoTime();
        return new DemoProcess(builder.start(), log, "http://127.0.0.1:" + port, startNanos, http);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits for page and first tagged article. */
    StartTimes times() {
        double page = secondsUntil("/api/v1/health", "\"ok\"");
        double article = secondsUntil("/api/v1/articles?tier=confirmed&limit=1", "\"id\"");
        double cpu = process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
        return new StartTimes(page, article, cpu);
    }

    private double secondsUntil(String path, String expected) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).build();
        Waiting.until(path, PAUSE, () -> answers(request, expected));
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private boolean answers(HttpRequest request, String expected) {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "tocsin demo ended with exit code %d; the end of its output:%n%s"
                            .formatted(process.exitValue(), endOfLog()));
        }
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200 && response.body().contains(expected);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException e) {
            return "(" + log + " cannot be read)";
        }
    }

    /** Asks it to stop; returns the seconds that takes. */
    double stop() throws InterruptedException {
        long start = System.nanoTime();
        process.destroy();
        process.waitFor();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Kills it with SIGKILL; the database server it started lives on. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
