package dev.tocsin.enrich.revision;

import dev.tocsin.schemas.Occurrence;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What an incoming article is to what is known of it.
 *
 * @param occurrence empty: nothing new, its feed has published this very text before
 * @param known what to remember from now on
 */
public record Sequel(Optional<Occurrence> occurrence, KnownArticle known) {

    /** Decides; {@code before} is null for an article never seen. */
    public static Sequel of(@Nullable KnownArticle before, String feedId, String contentHash) {
        if (before == null) {
            return news(Occurrence.FIRST, KnownArticle.first(feedId, contentHash));
        }
        if (before.feedId().equals(feedId)) {
            return before.contentHash().equals(contentHash)
                    ? nothingNew(before)
                    : news(Occurrence.REVISION, before.revised(contentHash));
        }
        return before.otherFeeds().contains(feedId)
                ? nothingNew(before)
                : news(Occurrence.SIGHTING, before.sightedBy(feedId));
    }

    private static Sequel news(Occurrence occurrence, KnownArticle known) {
        return new Sequel(Optional.of(occurrence), known);
    }

    private static Sequel nothingNew(KnownArticle known) {
        return new Sequel(Optional.empty(), known);
    }
}
