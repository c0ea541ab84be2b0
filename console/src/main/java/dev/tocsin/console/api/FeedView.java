package dev.tocsin.console.api;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A feed and how it is doing. {@code entriesSeen = published + unchanged + duplicates + rejected}.
 *
 * @param state {@code NEVER_POLLED}, {@code HEALTHY}, {@code FAILING} or {@code GONE}
 * @param articles stored articles that this feed carried
 * @param lastError error class of the last poll, null if it went well
 * @param lastErrorText the error in words
 * @param lastFetchSeconds duration of the last exchange
 * @param nextPollReason in words, what decided when that is
 * @param heldUntil the server asked to be left alone until then, through this feed or another one
 *     there; null if it did not
 * @param entriesPerDay how fast new entries arrive, fading average; null while unknown
 * @param hitRate share of all polls that brought something new, 0 to 1; null before the first
 * @param movedTo where the feed is polled, if its publisher has moved it
 * @param quietSince set while the feed is silent for longer than its rhythm explains
 * @param pushedUntil a WebSub hub pushes what is new until then
 */
public record FeedView(
        String id,
        String url,
        String title,
        @Nullable String publisher,
        @Nullable String sourceClass,
        @Nullable String language,
        boolean enabled,
        String state,
        long articles,
        @Nullable String lastError,
        @Nullable String lastErrorText,
        @Nullable Double lastFetchSeconds,
        @Nullable Instant lastPollAt,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant nextPoll,
        @Nullable String nextPollReason,
        @Nullable Instant heldUntil,
        @Nullable Double entriesPerDay,
        @Nullable Double hitRate,
        @Nullable String movedTo,
        @Nullable Instant quietSince,
        @Nullable Instant pushedUntil,
        long polls,
        long entriesSeen,
        long published,
        long unchanged,
        long duplicates,
        long rejected) {}
