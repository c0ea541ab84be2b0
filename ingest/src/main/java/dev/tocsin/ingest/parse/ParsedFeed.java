package dev.tocsin.ingest.parse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A feed document that was understood.
 *
 * @param format such as {@code rss_2.0}, {@code atom_1.0}, {@code rss_1.0}
 * @param title plain text, empty where there is none
 * @param link of the publisher's page, as published; empty where there is none
 * @param language as declared for the whole document
 * @param updateInterval how long the publisher asks to wait between polls
 * @param entries in document order
 */
public record ParsedFeed(
        String format,
        String title,
        String link,
        Optional<String> language,
        Optional<Duration> updateInterval,
        java.util.Set<Integer> skipHours,
        java.util.Set<java.time.DayOfWeek> skipDays,
        Optional<String> hub,
        Optional<String> self,
        boolean truncated,
        List<Entry> entries) {
    public ParsedFeed {
        entries = List.copyOf(entries);
    }
}
