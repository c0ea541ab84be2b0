package dev.tocsin.app.pipeline;

import dev.tocsin.schemas.Feed;

import java.nio.file.Path;
import java.util.List;

/** Where the feeds to poll come from. */
public sealed interface FeedSource {

    /** A file that the user may edit while the program runs. */
    record File(Path path) implements FeedSource {}

    /** A fixed list. */
    record Fixed(List<Feed> feeds) implements FeedSource {
        public Fixed {
            feeds = List.copyOf(feeds);
        }
    }

    /** The registry as it is: another process keeps it. */
    record Registry() implements FeedSource {}
}
