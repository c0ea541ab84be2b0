package dev.tocsin.enrich.revision;

import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of an article.
 *
 * @param feedId the feed that brought it first; only its changes are revisions
 * @param contentHash of the latest revision
 * @param revision the latest, from 1
 * @param otherFeeds feeds that have carried it as well
 */
public record KnownArticle(
        String feedId, String contentHash, int revision, List<String> otherFeeds) {

    public KnownArticle {
        otherFeeds = List.copyOf(otherFeeds);
    }

    /** An article seen for the first time. */
    public static KnownArticle first(String feedId, String contentHash) {
        return new KnownArticle(feedId, contentHash, 1, List.of());
    }

    KnownArticle revised(String newContentHash) {
        return new KnownArticle(feedId, newContentHash, revision + 1, otherFeeds);
    }

    KnownArticle sightedBy(String otherFeed) {
        List<String> feeds = new ArrayList<>(otherFeeds);
        feeds.add(otherFeed);
        return new KnownArticle(feedId, contentHash, revision, feeds);
    }
}
