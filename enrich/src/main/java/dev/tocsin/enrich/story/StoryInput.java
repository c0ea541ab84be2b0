package dev.tocsin.enrich.story;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the story engine is told, in the order of the log. */
public sealed interface StoryInput {

    /**
     * A new article. Texts are cleaned.
     *
     * @param source the feed, whose habits are left out of its texts
     * @param publisher who owns it; articles of one publisher are no independent origins
     * @param language ISO 639-1, "und" if unknown
     * @param body empty if there is none
     * @param at when it was published; never later than when it was read
     * @param conflictTopics slugs of its confirmed tags
     * @param features names in no language: ids of places and actors; each says as much as a word
     *     does, and they alone join articles in different languages
     * @param labels countries and event types; they say as much, but a whole war has them in
     *     common, so they join no languages
     */
    record Arrived(
            String id,
            String source,
            String publisher,
            String language,
            Instant at,
            String title,
            String summary,
            String body,
            Set<String> conflictTopics,
            Set<String> features,
            Set<String> labels)
            implements StoryInput {

        public Arrived {
            conflictTopics = Set.copyOf(conflictTopics);
            features = Set.copyOf(features);
            labels = Set.copyOf(labels);
        }
    }

    /** What a person has decided. Stories that a person has touched are never regrouped. */
    sealed interface Correction extends StoryInput {}

    /** Two stories are one; the second keeps its id. */
    record Merge(String story, String into) implements Correction {}

    /** Some articles of a story are another story, which is named after the earliest of them. */
    record Split(String story, List<String> articles) implements Correction {
        public Split {
            articles = List.copyOf(articles);
        }
    }

    /** An article is about this conflict topic too. */
    record Retag(String article, String conflictTopic) implements Correction {}

    /** An article is not about this conflict topic. */
    record Untag(String article, String conflictTopic) implements Correction {}
}
