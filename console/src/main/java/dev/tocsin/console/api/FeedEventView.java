package dev.tocsin.console.api;

import java.time.Instant;

/**
 * Something that happened to a feed.
 *
 * @param kind such as {@code ENTRIES_MISSED}, {@code GONE_QUIET}, {@code MOVED} or {@code RETIRED}
 * @param text one sentence for people
 */
public record FeedEventView(
        String feedId, String feedUrl, String feedTitle, Instant at, String kind, String text) {}
