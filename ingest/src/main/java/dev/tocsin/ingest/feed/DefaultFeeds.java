package dev.tocsin.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The list that ships with the program, as a file beside this class. */
public final class DefaultFeeds {
    private static final String FILE = "default-feeds.yaml";

    private DefaultFeeds() {}

    /** All feeds of the list, those switched off included. */
    public static FeedList load() {
        try {
            return FeedList.read(FILE, text());
        } catch (FeedListException e) {
            throw new IllegalStateException("The program was built with a broken list: " + e, e);
        }
    }

    private static String text() {
        try (InputStream in = DefaultFeeds.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
