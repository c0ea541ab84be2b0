package dev.tocsin.app.pipeline;

import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.output.Json;
import dev.tocsin.console.api.Health;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the parts of this process say of themselves, in a file of the data folder that is renewed
 * every five seconds: a part that runs alone has no page, and a container's health check can still
 * read how it is. A file that grows old tells that the process hangs.
 */
public final class HealthFile implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HealthFile.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Path file;
    private final Supplier<List<Health>> health;
    private final Runnable whenFailed;
    private final Rounds rounds = new Rounds("health-file", EVERY, this::look);

    private HealthFile(Path file, Supplier<List<Health>> health, Runnable whenFailed) {
        this.file = file;
        this.health = health;
        this.whenFailed = whenFailed;
    }

    /**
     * Writes at once and goes on until closed.
     *
     * @param whenFailed called every time a part says that it has failed for good
     */
    public static HealthFile start(
            DataFolder folder, Supplier<List<Health>> health, Runnable whenFailed) {
        HealthFile started = new HealthFile(folder.health(), health, whenFailed);
        started.look();
        started.rounds.start();
        return started;
    }

    private void look() {
        List<Health> parts = health.get();
        boolean ok = parts.stream().noneMatch(part -> part.state() == Health.State.FAILED);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ok", ok);
        answer.put("parts", parts);
        write(Json.line(answer));
        if (!ok) {
            whenFailed.run();
        }
    }

    private void write(String answer) {
        try {
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(unfinished, answer);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.atWarn().addKeyValue("error", e.toString()).log("health file cannot be written");
        }
    }

    /** Stops; the file goes, since nobody speaks for the parts any more. */
    @Override
    public void close() {
        rounds.close();
        try {
            rounds.await();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.atWarn().addKeyValue("error", e.toString()).log("health file cannot be removed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
