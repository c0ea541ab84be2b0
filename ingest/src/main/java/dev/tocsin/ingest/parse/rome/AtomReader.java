package dev.tocsin.ingest.parse.rome;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.impl.Atom10Parser;

import org.jdom2.Element;

import java.util.Locale;

/** ROME's parser for Atom, which here loses an entry's fields that it cannot read, not the feed. */
final class AtomReader extends Atom10Parser {

    @Override
    protected Entry parseEntry(Feed feed, Element element, String base, Locale locale) {
        try {
            return super.parseEntry(feed, element, base, locale);
        } catch (RuntimeException _) {
            return new Entry();
        }
    }
}
