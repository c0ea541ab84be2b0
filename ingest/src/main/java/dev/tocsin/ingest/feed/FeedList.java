package dev.tocsin.ingest.feed;

import dev.tocsin.schemas.Feed;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Feeds in the order of their file, each URL once.
 *
 * @param warnings what was read but deserves a look, such as a URL listed twice
 * @param leftOut how many entries of another program's list cannot be polled; each has its warning
 */
public record FeedList(List<Feed> feeds, List<FeedListWarning> warnings, int leftOut) {
    public FeedList {
        feeds = List.copyOf(feeds);
        warnings = List.copyOf(warnings);
    }

    /** A list without warnings. */
    public static FeedList of(List<Feed> feeds) {
        return new FeedList(feeds, List.of(), 0);
    }

    /**
     * Reads an OPML 2.0 or YAML file in UTF-8. Programs write OPML, so an entry of theirs that
     * cannot be polled is left out with a warning; in YAML, which people write, it is an error.
     *
     * @throws FeedListException with file, line and what was expected
     */
    public static FeedList read(Path file) throws FeedListException {
        String name = file.toString();
        try {
            return read(name, Files.readString(file));
        } catch (NoSuchFileException _) {
            throw new FeedListException(name, 0, "expected a file, there is none");
        } catch (CharacterCodingException _) {
            throw new FeedListException(name, 0, "expected UTF-8; save the file as UTF-8");
        } catch (IOException e) {
            throw new FeedListException(name, 0, "expected a readable file: " + e.getMessage());
        }
    }

    /**
     * Reads OPML 2.0 or YAML, told apart by the file's name or else by the content.
     *
     * @param file the name, for messages too
     * @throws FeedListException with file, line and what was expected
     */
    public static FeedList read(String file, String content) throws FeedListException {
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        return isOpml(file.toLowerCase(Locale.ROOT), text)
                ? OpmlFeeds.read(file, text)
                : YamlFeeds.read(file, text);
    }

    private static boolean isOpml(String file, String text) {
        if (file.endsWith(".yaml") || file.endsWith(".yml")) {
            return false;
        }
        return file.endsWith(".opml")
                || file.endsWith(".xml")
                || text.stripLeading().startsWith("<");
    }

    /** OPML 2.0 that {@link #read} takes back without loss. */
    public String toOpml() {
        return OpmlFeeds.write(feeds);
    }

    /** YAML that {@link #read} takes back without loss. */
    public String toYaml() {
        return YamlFeeds.write(feeds);
    }
}
