package dev.tocsin.console.api;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * All that is stored about an article.
 *
 * @param updatedAt as claimed by the publisher
 * @param storedAt when the row last changed
 * @param events what happened, surest first
 * @param places countries and places, what the article is most about first
 * @param actors most mentioned first
 * @param revisions its texts, newest first
 * @param sightings the feeds that carried it, first one first
 * @param story the story that it is in, null as long as it is in none
 */
public record ArticleDetail(
        ArticleView article,
        @Nullable String body,
        List<String> authors,
        List<String> categories,
        @Nullable Instant updatedAt,
        Instant storedAt,
        String contentHash,
        String taxonomyVersion,
        String annotationVersion,
        List<EventView> events,
        List<PlaceView> places,
        List<ActorView> actors,
        List<Revision> revisions,
        List<Sighting> sightings,
        @Nullable StoryOfArticle story) {

    /** One text of the article. */
    public record Revision(
            int revision,
            String contentHash,
            String title,
            String summary,
            @Nullable String body,
            Instant observedAt) {}

    /**
     * A feed that carried the article.
     *
     * @param feedTitle null for a feed that is not known any more
     */
    public record Sighting(
            String feedId, @Nullable String feedTitle, @Nullable String url, Instant firstSeenAt) {}
}
