package dev.tocsin.app.process;

import dev.tocsin.app.Main;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code tocsin} in a process of its own, as a user starts it; what it says is passed on. */
public final class TocsinProcess implements AutoCloseable {
    private final String name;
    private final Process process;
    private final Pattern awaited;
    private final CompletableFuture<Matcher> said = new CompletableFuture<>();

    private TocsinProcess(String name, Process process, Pattern awaited) {
        this.name = name;
        this.process = process;
        this.awaited = awaited;
    }

    /**
     * @param name before each line that is passed on
     * @param awaited what {@link #awaitSaid} waits for
     */
    public static TocsinProcess start(String name, Pattern awaited, String... arguments)
            throws IOException {
        return start(name, awaited, Main.class, arguments);
    }

    /**
     * The same with another program of the class path.
     *
     * @param main has the main method
     */
    public static TocsinProcess start(
            String name, Pattern awaited, Class<?> main, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1g",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        TocsinProcess tocsin = new TocsinProcess(name, process, awaited);
        Thread.ofVirtual().start(tocsin::listen);
        return tocsin;
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.err.println(name + ": " + line);
                Matcher matcher = awaited.matcher(line);
                if (matcher.find()) {
                    said.complete(matcher);
                }
            }
        } catch (IOException e) {
            System.err.println(name + ": " + e);
        }
        said.completeExceptionally(
                new IllegalStateException(name + " ended before it said " + awaited));
    }

    /** Waits up to two minutes for the awaited words. */
    public Matcher awaitSaid() throws Exception {
        return said.get(120, TimeUnit.SECONDS);
    }

    /** Writes what each of its threads is doing to the standard error. */
    public void tellThreads() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            new ProcessBuilder(jcmd, Long.toString(process.pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .start()
                    .getInputStream()
                    .transferTo(System.err);
        } catch (IOException e) {
            System.err.println(name + ": no threads: " + e);
        }
    }

    /** SIGKILL: nothing is flushed, nothing is closed, PostgreSQL is left behind. */
    public void kill() throws InterruptedException {
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
