package dev.tocsin.ingest.parse.rome;

import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.io.FeedException;

import dev.tocsin.ingest.parse.tree.FeedTree;

import java.util.List;
import java.util.Locale;

/**
 * What ROME reads in a feed.
 *
 * @param authors of all entries that name none
 * @param entries as many as the tree has, in its order
 */
public record RomeFeed(List<String> authors, List<RomeEntry> entries) {
    private static final RssReader RSS = new RssReader();
    private static final AtomReader ATOM = new AtomReader();

    public RomeFeed {
        authors = List.copyOf(authors);
        entries = List.copyOf(entries);
    }

    /**
     * @throws FeedException if ROME finds the feed itself, not just an entry, unreadable
     */
    public static RomeFeed read(FeedTree tree) throws FeedException {
        return switch (tree.family()) {
            case RSS -> rss((Channel) RSS.parse(tree.document(), false, Locale.ROOT));
            case ATOM -> atom((Feed) ATOM.parse(tree.document(), false, Locale.ROOT));
        };
    }

    private static RomeFeed rss(Channel channel) {
        return new RomeFeed(List.of(), channel.getItems().stream().map(RomeEntry::of).toList());
    }

    private static RomeFeed atom(Feed feed) {
        return new RomeFeed(
                RomeEntry.names(feed.getAuthors()),
                feed.getEntries().stream().map(RomeEntry::of).toList());
    }
}
