package dev.tocsin.bench.parse;

import dev.tocsin.bench.news.NewsWriter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** A feed as it comes over the wire. */
record FeedDocument(byte[] bytes, int entries) {

    /** Different documents of one layout. */
    static List<FeedDocument> list(Layout layout, long seed, int count) {
        NewsWriter news = new NewsWriter(seed);
        return IntStream.range(0, count).mapToObj(_ -> of(layout, news)).toList();
    }

    private static FeedDocument of(Layout layout, NewsWriter news) {
        StringBuilder text = new StringBuilder(layout.head());
        for (int number = 0; number < layout.entries; number++) {
            text.append(layout.entry(number, news.next(layout.textBytes)));
        }
        String document = text.append(layout.tail()).toString();
        return new FeedDocument(document.getBytes(StandardCharsets.UTF_8), layout.entries);
    }
}
