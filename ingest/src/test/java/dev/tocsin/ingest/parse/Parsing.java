package dev.tocsin.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Optional;

/** Short ways to parse texts in tests. */
final class Parsing {
    static final URI BASE = URI.create("https://example.org/news/feed.xml");

    private Parsing() {}

    static ParsedFeed parse(String document) throws UnreadableFeedException {
        return new FeedParser().parse(document.getBytes(UTF_8), Optional.empty(), BASE);
    }

    static ParsedFeed rss(String inChannel) throws UnreadableFeedException {
        return parse(
                "<rss version='2.0'><channel><title>T</title>" + inChannel + "</channel></rss>");
    }

    static Entry item(String inItem) throws UnreadableFeedException {
        return rss("<item>" + inItem + "</item>").entries().getFirst();
    }

    static Entry atomEntry(String inEntry) throws UnreadableFeedException {
        return parse(
                        "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry>"
                                + inEntry
                                + "</entry></feed>")
                .entries()
                .getFirst();
    }
}
