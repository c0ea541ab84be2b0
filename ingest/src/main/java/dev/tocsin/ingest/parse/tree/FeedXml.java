package dev.tocsin.ingest.parse.tree;

import dev.tocsin.ingest.parse.text.XmlText;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/**
 * XML to a tree in three attempts: as it is; with its characters and entities mended; as a heap of
 * tags. A document that was cut off keeps its whole entries; a heap without any counts as cut off.
 */
public final class FeedXml {
    private static final int TAIL = 2_000;
    private static final List<String> ENDS =
            List.of(
                    "</rss",
                    "</feed",
                    "rdf>",
                    "</channel",
                    "</urlset",
                    "</entry",
                    ":rss>",
                    ":feed>");

    private final int mostEntries;

    public FeedXml(int mostEntries) {
        this.mostEntries = mostEntries;
    }

    /**
     * Empty where no feed is in the text.
     *
     * @throws TooDeepException if elements are nested without end
     */
    public Optional<FeedTree> read(String text) {
        Prolog prolog = Prolog.of(text);
        Attempt asIs = attempt(text, prolog.end());
        if (asIs.succeeded()) {
            return asIs.tree();
        }
        String mended =
                EntityRepair.of(XmlText.legal(text.substring(prolog.end())), prolog.entities());
        Attempt again = attempt(mended, 0);
        return again.succeeded() ? again.tree() : soup(mended);
    }

    private record Attempt(boolean succeeded, Optional<FeedTree> tree) {}

    private Attempt attempt(String xml, int start) {
        FeedTreeBuilder builder = new FeedTreeBuilder(mostEntries);
        try {
            StaxSource.read(xml, start, builder);
            return new Attempt(true, builder.tree(false));
        } catch (XMLStreamException e) {
            boolean cutOff = isAtEnd(e.getLocation(), xml.length() - start);
            return cutOff && builder.wholeEntries() > 0
                    ? new Attempt(true, builder.tree(true))
                    : new Attempt(false, Optional.empty());
        }
    }

    private static boolean isAtEnd(@org.jspecify.annotations.Nullable Location at, int length) {
        return at != null && at.getCharacterOffset() >= length;
    }

    /** Whether the end of a feed is there; what jsoup reads is closed in any case. */
    private static boolean isClosed(String xml) {
        String tail = xml.substring(Math.max(0, xml.length() - TAIL)).toLowerCase(Locale.ROOT);
        return ENDS.stream().anyMatch(tail::contains);
    }

    private Optional<FeedTree> soup(String xml) {
        FeedTreeBuilder builder = new FeedTreeBuilder(mostEntries);
        SoupSource.read(xml, builder);
        return builder.tree(!isClosed(xml) || builder.wholeEntries() == 0);
    }
}
