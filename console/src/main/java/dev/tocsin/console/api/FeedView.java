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
        long entriesSeen,
        long published,
        long unchanged,
        long duplicates,
        long rejected) {}
