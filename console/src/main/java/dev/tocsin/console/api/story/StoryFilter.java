package dev.tocsin.console.api.story;

import dev.tocsin.console.api.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which stories are wanted; null asks for nothing in particular.
 *
 * @param conflictTopic slug
 * @param country ISO 3166-1 alpha-2 of a country that one of its articles is about
 * @param eventType slug
 * @param language ISO 639-1
 * @param minOrigins least independent origins
 * @param query words as people type them: quotes, {@code or}, {@code -}
 * @param since earliest last update, inclusive
 * @param limit most stories in the answer, 1 to {@value #MAX_LIMIT}
 * @param cursor where the previous page ended
 */
record StoryFilter(
        @Nullable String conflictTopic,
        @Nullable String country,
        @Nullable String eventType,
        @Nullable String language,
        int minOrigins,
        @Nullable String query,
        @Nullable Instant since,
        int limit,
        @Nullable Cursor cursor) {
    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;
    static final int MOST_ORIGINS = 1000;
}
