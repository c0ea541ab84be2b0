package dev.tocsin.ingest.poll;

import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.SampleRecords;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Entries and documents made up for tests. */
final class Entries {
    static final Feed FEED = SampleRecords.feed();
    static final Instant PUBLISHED = Instant.parse("2026-05-05T11:00:00Z");

    private Entries() {}

    static Entry of(int number) {
        return of(number, "s" + number);
    }

    static Entry of(int number, String summary) {
        return entry(
                Optional.of("g" + number), link(number), "t" + number, summary, Optional.empty());
    }

    static Entry inLanguage(int number, Optional<String> language) {
        return entry(Optional.of("g" + number), link(number), "t", "s", language);
    }

    static Entry nameless(String summary) {
        return entry(Optional.empty(), Optional.empty(), "  ", summary, Optional.empty());
    }

    static Entry named(String guid, String link, String title, String summary) {
        return entry(Optional.of(guid), Optional.of(link), title, summary, Optional.empty());
    }

    static List<Entry> range(int from, int to) {
        return IntStream.range(from, to).mapToObj(Entries::of).toList();
    }

    static ParsedFeed document(List<Entry> entries) {
        return document(Optional.empty(), entries);
    }

    static ParsedFeed document(Optional<String> language, List<Entry> entries) {
        return new ParsedFeed(
                "rss_2.0",
                "Example",
                "",
                language,
                Optional.empty(),
                java.util.Set.of(),
                java.util.Set.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                entries);
    }

    private static Optional<String> link(int number) {
        return Optional.of("https://www.example.org/" + number + "?utm_source=rss");
    }

    private static Entry entry(
            Optional<String> guid,
            Optional<String> link,
            String title,
            String summary,
            Optional<String> language) {
        return new Entry(
                guid,
                link,
                title,
                summary,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(PUBLISHED),
                Optional.empty(),
                language);
    }
}
