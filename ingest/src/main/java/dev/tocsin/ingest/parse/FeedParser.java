package dev.tocsin.ingest.parse;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;

import org.jdom2.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads RSS 0.9 to 2.0, RDF and Atom, with tolerance for what publishers commonly get wrong.
 * Nothing that a document names is fetched or expanded. Safe for use by many threads.
 */
public final class FeedParser {
    private static final Logger log = LoggerFactory.getLogger(FeedParser.class);
    private static final int MOST_ENTRIES = 5_000;
    private static final int HTML_HEAD = 2_000;

    /**
     * Reads a document. Of more than 5,000 entries the first 5,000 are returned.
     *
     * @param contentType of the answer, for its charset
     * @param base what relative links are relative to
     * @throws UnreadableFeedException if there is no feed in it; no other exception leaves
     */
    public ParsedFeed parse(byte[] body, Optional<String> contentType, URI base)
            throws UnreadableFeedException {
        try {
            Document document = document(DocumentText.of(body, contentType));
            Declarations declarations = Declarations.of(document);
            OddFields.mend(document);
            return feed(rome(document), declarations, new Links(base));
        } catch (RuntimeException e) {
            log.atDebug().addKeyValue("feedUrl", base).setCause(e).log("parser broke");
            throw new UnreadableFeedException(
                    FeedFault.MALFORMED,
                    "The document breaks the parser: " + e.getClass().getSimpleName() + '.');
        }
    }

    private static Document document(String text) throws UnreadableFeedException {
        if (text.isBlank()) {
            throw new UnreadableFeedException(FeedFault.EMPTY, "The document is empty.");
        }
        Optional<String> xml = XmlRepair.of(text);
        if (xml.isEmpty()) {
            throw noFeed(text.strip());
        }
        return XmlDocuments.read(xml.get());
    }

    private static UnreadableFeedException noFeed(String text) {
        String head = PlainText.capped(text, HTML_HEAD).toLowerCase(Locale.ROOT);
        if (head.contains("<html") || head.contains("<!doctype html") || head.contains("<body")) {
            return new UnreadableFeedException(
                    FeedFault.HTML, "This is a web page, not a feed; look for the feed's address.");
        }
        return head.startsWith("<") || head.startsWith("{")
                ? new UnreadableFeedException(
                        FeedFault.UNKNOWN_FORMAT, "The document is neither RSS, RDF nor Atom.")
                : new UnreadableFeedException(FeedFault.MALFORMED, "The document is not XML.");
    }

    private static SyndFeed rome(Document document) throws UnreadableFeedException {
        SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
        input.setPreserveWireFeed(true);
        try {
            return input.build(document);
        } catch (FeedException e) {
            throw new UnreadableFeedException(
                    FeedFault.MALFORMED, "The feed's structure is broken: " + e.getMessage());
        } catch (IllegalArgumentException _) {
            throw new UnreadableFeedException(
                    FeedFault.UNKNOWN_FORMAT,
                    "No known kind of feed starts with <%s>."
                            .formatted(document.getRootElement().getQualifiedName()));
        }
    }

    private static ParsedFeed feed(SyndFeed feed, Declarations declared, Links links) {
        return new ParsedFeed(
                feed.getFeedType(),
                EntryReader.title(feed.getTitleEx(), EntryReader.isAtom(feed.getFeedType())),
                links.absolute(Optional.ofNullable(feed.getLink()).orElse("")).orElse(""),
                declared.language(),
                declared.ttl(),
                java.util.Set.of(),
                java.util.Set.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                entries(feed, declared, links));
    }

    private static List<Entry> entries(SyndFeed feed, Declarations declared, Links links) {
        EntryReader reader = new EntryReader(feed, links);
        List<SyndEntry> all = feed.getEntries();
        if (all.size() > MOST_ENTRIES) {
            log.atWarn()
                    .addKeyValue("feedUrl", links.base())
                    .addKeyValue("entries", all.size())
                    .log("feed has too many entries, the first 5000 are read");
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(all.size(), MOST_ENTRIES); i++) {
            entries.add(reader.read(all.get(i), declared.entryLanguage(i)));
        }
        return entries;
    }
}
