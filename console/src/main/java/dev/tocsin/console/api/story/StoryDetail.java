package dev.tocsin.console.api.story;

import dev.tocsin.console.api.ArticleView;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * All that is stored about a story.
 *
 * @param origins publishers with a text of their own, first one first
 * @param reports its articles, those with nearly the same text together, first one first
 * @param articlesLeftOut articles beyond the first {@value StoryArticles#MOST}
 * @param timeline how it grew
 * @param corrections what people have decided about it, newest first
 */
public record StoryDetail(
        StoryView story,
        List<String> origins,
        List<Report> reports,
        int articlesLeftOut,
        List<Step> timeline,
        List<CorrectionView> corrections) {

    /**
     * One text and its copies.
     *
     * @param copyGroup the first article with the text, null if there is only one
     * @param origin who brought the text first
     * @param articles first one first
     */
    public record Report(@Nullable String copyGroup, String origin, List<Placed> articles) {
        public Report {
            articles = List.copyOf(articles);
        }
    }

    /**
     * An article in its story.
     *
     * @param settled whether it is too old for its story to change
     */
    public record Placed(ArticleView article, boolean settled) {}

    /**
     * What came in an hour, or in a day for a story of more than three days.
     *
     * @param at when the hour or day begins
     * @param newOrigins publishers who had not been there before
     */
    public record Step(Instant at, int articles, int newOrigins) {}

    /**
     * What a person has decided.
     *
     * @param kind {@code MERGE}, {@code SPLIT}, {@code RETAG} or {@code UNTAG}
     * @param by who, in their own words
     * @param intoStoryId what a merged story is part of
     */
    public record CorrectionView(
            String id,
            String kind,
            Instant at,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String storyId,
            @Nullable String intoStoryId,
            List<String> articleIds,
            @Nullable String conflictTopic) {}
}
