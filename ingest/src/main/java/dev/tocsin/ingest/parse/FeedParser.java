package dev.tocsin.ingest.parse;

import com.rometools.rome.io.FeedException;

import dev.tocsin.ingest.parse.html.PlainText;
import dev.tocsin.ingest.parse.json.JsonFeed;
import dev.tocsin.ingest.parse.rome.RomeFeed;
import dev.tocsin.ingest.parse.text.DocumentText;
import dev.tocsin.ingest.parse.tree.FeedTree;
import dev.tocsin.ingest.parse.tree.FeedXml;
import dev.tocsin.ingest.parse.tree.TooDeepException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads RSS 0.9 to 2.0, RDF, CDF, Atom 0.1 to 1.0, JSON Feed and news sitemaps, with tolerance for
 * what publishers commonly get wrong. Nothing that a document names is fetched or expanded. Safe
 * for use by many threads.
 */
public final class FeedParser {
    private static final Logger log = LoggerFactory.getLogger(FeedParser.class);
    private static final int MOST_ENTRIES = 5_000;
    private static final int HTML_HEAD = 2_000;

    private final FeedXml xml = new FeedXml(MOST_ENTRIES);
    private final JsonFeed json = new JsonFeed(MOST_ENTRIES);

    /**
     * Reads a document. Of more than 5,000 entries the first 5,000 are returned.
     *
     * @param contentType of the answer, for its charset
     * @param base what relative links are relative to; an empty one leaves them as they are
     * @throws UnreadableFeedException if there is no feed in it; no other exception leaves
     */
    public ParsedFeed parse(byte[] body, Optional<String> contentType, URI base)
            throws UnreadableFeedException {
        try {
            return feed(tree(DocumentText.of(body, contentType)), new Links(base.toString()));
        } catch (TooDeepException e) {
            throw new UnreadableFeedException(FeedFault.TOO_DEEP, String.valueOf(e.getMessage()));
        } catch (FeedException e) {
            throw new UnreadableFeedException(
                    FeedFault.MALFORMED, "The feed's structure is broken: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            log.atDebug().addKeyValue("feedUrl", base).setCause(e).log("parser broke");
            throw new UnreadableFeedException(
                    FeedFault.MALFORMED,
                    "The document breaks the parser: " + e.getClass().getSimpleName() + '.');
        }
    }

    private FeedTree tree(String text) throws UnreadableFeedException {
        if (text.isBlank()) {
            throw new UnreadableFeedException(FeedFault.EMPTY, "The document is empty.");
        }
        Optional<FeedTree> tree = isJson(text) ? json.read(text) : xml.read(text);
        if (tree.isEmpty()) {
            throw noFeed(text.strip());
        }
        return tree.get();
    }

    private static boolean isJson(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return text.startsWith("{", start);
    }

    private static UnreadableFeedException noFeed(String text) {
        String head = PlainText.capped(text, HTML_HEAD).toLowerCase(Locale.ROOT);
        if (head.contains("<html") || head.contains("<!doctype html") || head.contains("<body")) {
            return new UnreadableFeedException(
                    FeedFault.HTML, "This is a web page, not a feed; look for the feed's address.");
        }
        return head.startsWith("<") || head.startsWith("{")
                ? new UnreadableFeedException(
                        FeedFault.UNKNOWN_FORMAT,
                        "The document is neither RSS, Atom, JSON Feed nor a sitemap.")
                : new UnreadableFeedException(
                        FeedFault.MALFORMED, "The document is neither XML nor JSON.");
    }

    private static ParsedFeed feed(FeedTree tree, Links links) throws FeedException {
        if (tree.truncated()) {
            log.atDebug()
                    .addKeyValue("feedUrl", links.base())
                    .addKeyValue("entries", tree.entries().size())
                    .log("feed is cut off or has too many entries, the first are read");
        }
        Claims claims = Claims.of(tree.head());
        Wishes wishes = Wishes.of(tree.head(), links);
        Optional<String> claimed = claims.link().flatMap(links::claimed);
        return new ParsedFeed(
                tree.format(),
                claims.title().map(EntryReader::title).orElse(""),
                Links.web(claimed).orElse(""),
                claimed,
                claims.language().flatMap(Languages::code),
                wishes.updateInterval(),
                wishes.skipHours(),
                wishes.skipDays(),
                wishes.hub(),
                wishes.self(),
                tree.truncated(),
                entries(tree, links));
    }

    private static List<Entry> entries(FeedTree tree, Links links) throws FeedException {
        RomeFeed rome = RomeFeed.read(tree);
        EntryReader reader = new EntryReader(links, rome.authors());
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < tree.entries().size(); i++) {
            entries.add(reader.read(tree.entries().get(i), rome.entries().get(i)));
        }
        return entries;
    }
}
