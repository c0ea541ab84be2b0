package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.ingest.feed.DefaultFeeds;
import dev.tocsin.ingest.feed.FeedList;
import dev.tocsin.ingest.feed.FeedListException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** The feed list in force: the one named by the configuration, else the user's own. */
final class FeedListFile {
    private FeedListFile() {}

    /** Its path; the user's own is made of the list that ships when it does not exist. */
    static Path inForce(Configuration configuration, DataFolder folder) {
        if (configuration.feeds().isPresent()) {
            return configuration.feeds().get();
        }
        if (!Files.exists(folder.feeds())) {
            write(folder.feeds(), DefaultFeeds.load());
            Messages.say(
                    "Feed list: "
                            + folder.feeds()
                            + " (made of the list that ships; yours to edit)");
        }
        return folder.feeds();
    }

    /** Its path, once it has been read without an error: better now than after the start. */
    static Path checked(Configuration configuration, DataFolder folder)
            throws ConfigurationException {
        Path file = inForce(configuration, folder);
        try {
            FeedList.read(file);
            return file;
        } catch (FeedListException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    /** The list in force, or the one that would be made. */
    static FeedList readWithoutMaking(Configuration configuration, DataFolder folder) {
        if (configuration.feeds().isPresent()) {
            return read(configuration.feeds().get());
        }
        return Files.exists(folder.feeds()) ? read(folder.feeds()) : DefaultFeeds.load();
    }

    static FeedList read(Path file) {
        try {
            return FeedList.read(file);
        } catch (FeedListException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
    }

    /** Writes OPML or YAML by the name of the file; a reader sees the old list or the new one. */
    static void write(Path file, FeedList list) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(unfinished, yaml ? list.toYaml() : list.toOpml());
            Files.move(
                    unfinished,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CommandFailure("the feed list " + file + " cannot be written: " + e);
        }
    }
}
