package dev.tocsin.ingest.parse.tree;

import dev.tocsin.ingest.parse.text.XmlText;

import java.util.Optional;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/**
 * XML to a tree in three attempts: as it is; with its characters and entities mended; as a heap of
 * tags. A document that was cut off keeps its whole entries; a heap without any counts as cut off.
 */
public final class FeedXml {
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

    private Optional<FeedTree> soup(String xml) {
        Ending ending = Ending.of(xml);
        FeedTreeBuilder builder = new FeedTreeBuilder(mostEntries);
        SoupSource.read(ending.whole(), builder);
        return builder.tree(ending.cutOff() || builder.wholeEntries() == 0);
    }
}
