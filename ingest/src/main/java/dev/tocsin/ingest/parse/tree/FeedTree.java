package dev.tocsin.ingest.parse.tree;

import org.jdom2.Document;
import org.jdom2.Element;

import java.util.List;

/**
 * A feed in the few names that {@link Words} has for all of them, arranged as ROME expects it.
 *
 * @param format such as {@code rss_2.0} or {@code atom_1.0}
 * @param head what describes the feed as a whole; the entries are in it too
 * @param entries in document order
 * @param truncated the document was cut off, or had more entries than are read
 */
public record FeedTree(
        Family family,
        String format,
        Document document,
        Element head,
        List<Element> entries,
        boolean truncated) {

    public FeedTree {
        entries = List.copyOf(entries);
    }
}
