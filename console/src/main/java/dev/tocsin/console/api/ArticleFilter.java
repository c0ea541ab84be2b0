package dev.tocsin.console.api;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which articles are wanted; null asks for nothing in particular.
 *
 * @param conflictTopic slug
 * @param query words as people type them: quotes, {@code or}, {@code -}
 * @param feedId a feed that carried the article
 * @param language ISO 639-1
 * @param tier {@code confirmed} or {@code related}
 * @param eventType slug
 * @param country ISO 3166-1 alpha-2 of a country that the article is about
 * @param after earliest event time, inclusive
 * @param before latest event time, exclusive
 * @param limit most articles in the answer, 1 to 200
 * @param cursor where the previous page ended
 */
public record ArticleFilter(
        @Nullable String conflictTopic,
        @Nullable String query,
        @Nullable String feedId,
        @Nullable String language,
        @Nullable Tier tier,
        @Nullable String eventType,
        @Nullable String country,
        @Nullable Instant after,
        @Nullable Instant before,
        int limit,
        @Nullable Cursor cursor) {
    /** Articles in a page if nobody says otherwise. */
    public static final int DEFAULT_LIMIT = 50;

    /** Most articles in a page. */
    public static final int MAX_LIMIT = 200;

    /** How sure a tag is. */
    public enum Tier {
        CONFIRMED,
        RELATED
    }

    public ArticleFilter {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must lie between 1 and " + MAX_LIMIT);
        }
    }

    /** The newest articles, whatever they are about. */
    public static ArticleFilter newest() {
        return new ArticleFilter(
                null, null, null, null, null, null, null, null, null, DEFAULT_LIMIT, null);
    }

    /** The same for one conflict topic. */
    public ArticleFilter withConflictTopic(@Nullable String slug) {
        return new ArticleFilter(
                slug, query, feedId, language, tier, eventType, country, after, before, limit,
                cursor);
    }

    /** The same for some words. */
    public ArticleFilter withQuery(@Nullable String words) {
        return new ArticleFilter(
                conflictTopic,
                words,
                feedId,
                language,
                tier,
                eventType,
                country,
                after,
                before,
                limit,
                cursor);
    }

    /** The same for one event type. */
    public ArticleFilter withEventType(@Nullable String slug) {
        return new ArticleFilter(
                conflictTopic,
                query,
                feedId,
                language,
                tier,
                slug,
                country,
                after,
                before,
                limit,
                cursor);
    }

    /** The same for one country. */
    public ArticleFilter withCountry(@Nullable String code) {
        return new ArticleFilter(
                conflictTopic,
                query,
                feedId,
                language,
                tier,
                eventType,
                code,
                after,
                before,
                limit,
                cursor);
    }

    /** The same with another page size. */
    public ArticleFilter withLimit(int most) {
        return new ArticleFilter(
                conflictTopic,
                query,
                feedId,
                language,
                tier,
                eventType,
                country,
                after,
                before,
                most,
                cursor);
    }
}
