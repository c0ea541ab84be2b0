package dev.tocsin.app.instance;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * How other commands reach the process that uses a data folder. Holds no password: an external
 * database is reached with the configuration.
 *
 * @param page address of the page
 * @param bootstrap address of its Kafka
 * @param jdbcUrl address of its embedded database; empty text if it uses an external one
 */
public record RunningInstance(long pid, String page, String bootstrap, String jdbcUrl) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The process that announced itself and is still alive. */
    public static Optional<RunningInstance> find(DataFolder folder) {
        try {
            byte[] content = Files.readAllBytes(folder.running());
            return Optional.of(JSON.readValue(content, RunningInstance.class))
                    .filter(running -> ProcessHandle.of(running.pid).isPresent());
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    void write(DataFolder folder) {
        var unfinished = folder.running().resolveSibling("running.json.new");
        try {
            Files.write(unfinished, JSON.writeValueAsBytes(this));
            Files.move(unfinished, folder.running(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DataFolderException(
                    "%s cannot be written: %s".formatted(folder.running(), e));
        }
    }
}
