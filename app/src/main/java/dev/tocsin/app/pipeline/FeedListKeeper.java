package dev.tocsin.app.pipeline;

import dev.tocsin.ingest.feed.FeedList;
import dev.tocsin.ingest.feed.FeedListException;
import dev.tocsin.ingest.publish.FeedRegistry;
import dev.tocsin.schemas.Feed;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;

/**
 * Keeps the registry equal to the feed list's file while the program runs: whoever saves the file
 * sees the change a few seconds later. A file with an error in it changes nothing.
 */
final class FeedListKeeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FeedListKeeper.class);
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final Path file;
    private final FeedRegistry registry;
    private final Rounds rounds = new Rounds("feed-list", LOOK, this::look);
    private FileTime readAt;

    private FeedListKeeper(Path file, FeedRegistry registry, FileTime readAt) {
        this.file = file;
        this.registry = registry;
        this.readAt = readAt;
    }

    /** Reads the list, syncs the registry, and goes on watching. */
    static FeedListKeeper start(Path file, FeedRegistry registry) throws FeedListException {
        FileTime readAt = modified(file);
        registry.sync(read(file));
        FeedListKeeper keeper = new FeedListKeeper(file, registry, readAt);
        keeper.rounds.start();
        return keeper;
    }

    /** The feeds of the file; what deserves a look is logged. */
    static List<Feed> read(Path file) throws FeedListException {
        FeedList list = FeedList.read(file);
        list.warnings()
                .forEach(warning -> log.atWarn().addKeyValue("warning", warning).log("feed list"));
        return list.feeds();
    }

    private void look() {
        FileTime now = modified(file);
        if (!now.equals(readAt)) {
            readAt = now;
            sync();
        }
    }

    private void sync() {
        try {
            FeedRegistry.Changes changes = registry.sync(read(file));
            log.atInfo()
                    .addKeyValue("changed", changes.published())
                    .addKeyValue("removed", changes.removed())
                    .log("feed list read again");
        } catch (FeedListException e) {
            log.atWarn()
                    .addKeyValue("error", e.getMessage())
                    .log("feed list has an error, the feeds stay as they were");
        } catch (KafkaException e) {
            log.atWarn().addKeyValue("error", e.toString()).log("feed list could not be published");
            readAt = FileTime.fromMillis(0);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    @Override
    public void close() {
        rounds.close();
    }
}
