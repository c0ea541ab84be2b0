package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.TaggedArticle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Many changes, boiled down to at most one per row, as if they had been made one after the other:
 * the highest revision of an article, the first sighting in a feed, the last word on a feed.
 */
final class Batch {
    private final Map<String, TaggedArticle> articles = new LinkedHashMap<>();
    private final Map<RevisionKey, TaggedArticle> revisions = new LinkedHashMap<>();
    private final Map<SightingKey, TaggedArticle> sightings = new LinkedHashMap<>();
    private final Map<String, @Nullable Feed> feeds = new LinkedHashMap<>();
    private final Map<String, @Nullable FeedCursor> cursors = new LinkedHashMap<>();
    private final List<Change.Letter> letters = new ArrayList<>();
    private final List<Change.FeedTold> feedEvents = new ArrayList<>();

    private record RevisionKey(String articleId, int revision) {}

    private record SightingKey(String articleId, String feedId) {}

    static Batch of(Collection<Change> changes) {
        Batch batch = new Batch();
        changes.forEach(batch::add);
        return batch;
    }

    Collection<TaggedArticle> articles() {
        return articles.values();
    }

    Collection<TaggedArticle> revisions() {
        return revisions.values();
    }

    Collection<TaggedArticle> sightings() {
        return sightings.values();
    }

    /** By feed id; null for a feed that left the list. */
    Map<String, @Nullable Feed> feeds() {
        return feeds;
    }

    /** By feed id; null for a cursor that was deleted. */
    Map<String, @Nullable FeedCursor> cursors() {
        return cursors;
    }

    List<Change.Letter> letters() {
        return letters;
    }

    List<Change.FeedTold> feedEvents() {
        return feedEvents;
    }

    private void add(Change change) {
        switch (change) {
            case Change.Seen seen -> addArticle(seen.article());
            case Change.FeedListed listed -> feeds.put(listed.feed().getId(), listed.feed());
            case Change.FeedUnlisted unlisted -> feeds.put(unlisted.feedId(), null);
            case Change.FeedPolled polled ->
                    cursors.put(polled.cursor().getFeedId(), polled.cursor());
            case Change.FeedForgotten forgotten -> cursors.put(forgotten.feedId(), null);
            case Change.FeedTold told -> feedEvents.add(told);
            case Change.Letter letter -> letters.add(letter);
        }
    }

    private void addArticle(TaggedArticle article) {
        sightings.putIfAbsent(new SightingKey(article.getId(), article.getFeedId()), article);
        if (article.getOccurrence() != Occurrence.SIGHTING) {
            articles.merge(article.getId(), article, Batch::newer);
            revisions.putIfAbsent(new RevisionKey(article.getId(), article.getRevision()), article);
        }
    }

    private static TaggedArticle newer(TaggedArticle known, TaggedArticle next) {
        return next.getRevision() > known.getRevision() ? next : known;
    }
}
