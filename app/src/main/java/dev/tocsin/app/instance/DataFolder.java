package dev.tocsin.app.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where an instance keeps what must survive: one folder that can be copied, moved and deleted. */
public record DataFolder(Path root) {

    /**
     * The folder, made if need be.
     *
     * @throws DataFolderException if it cannot be made or written to
     */
    public static DataFolder open(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
        } catch (IOException e) {
            throw new DataFolderException(
                    "the data folder %s cannot be made: %s".formatted(absolute, e));
        }
        if (!Files.isWritable(absolute)) {
            throw new DataFolderException(
                    "the data folder %s cannot be written to".formatted(absolute));
        }
        return new DataFolder(absolute);
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    /** Kafka Streams' stores; restored from Kafka when lost. */
    public Path streams() {
        return root.resolve("streams");
    }

    /** The user's feed list. */
    public Path feeds() {
        return root.resolve("feeds.yaml");
    }

    /** The user's alert rules and targets. */
    public Path alerts() {
        return root.resolve("alerts.yaml");
    }

    /** What addresses and signatures of WebSub are derived from. */
    public Path webSubSecret() {
        return root.resolve("websub-secret");
    }

    /** How the parts of the running process are. */
    public Path health() {
        return root.resolve("health.json");
    }

    /** When a demo's week began to run. */
    public Path demoStart() {
        return root.resolve("demo-started");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path running() {
        return root.resolve("running.json");
    }
}
