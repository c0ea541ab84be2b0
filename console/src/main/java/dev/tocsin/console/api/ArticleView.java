package dev.tocsin.console.api;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * An article as lists show it.
 *
 * @param publishedAt as claimed by the publisher
 * @param eventAt {@code publishedAt}, never later than it was observed
 * @param eventTypes slugs of what happened
 * @param countries ISO 3166-1 alpha-2, what the article is most about first
 */
public record ArticleView(
        String id,
        int revision,
        String feedId,
        String feedTitle,
        @Nullable String publisher,
        @Nullable String sourceClass,
        @Nullable String url,
        String title,
        String summary,
        String language,
        @Nullable Instant publishedAt,
        Instant observedAt,
        Instant eventAt,
        List<String> eventTypes,
        List<String> countries,
        List<TagView> tags) {

    /** The same with other tags. */
    public ArticleView withTags(List<TagView> others) {
        return new ArticleView(
                id,
                revision,
                feedId,
                feedTitle,
                publisher,
                sourceClass,
                url,
                title,
                summary,
                language,
                publishedAt,
                observedAt,
                eventAt,
                eventTypes,
                countries,
                others);
    }
}
