package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.Correction;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.NewsStory;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.StoryPlacement;
import dev.tocsin.schemas.TaggedArticle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Many changes, boiled down to at most one per row, as if they had been made one after the other:
 * the highest revision of an article, the first sighting in a feed, the last word on a feed, a
 * story, an alert.
 */
final class Batch {
    private final Map<String, TaggedArticle> articles = new LinkedHashMap<>();
    private final Map<RevisionKey, TaggedArticle> revisions = new LinkedHashMap<>();
    private final Map<SightingKey, TaggedArticle> sightings = new LinkedHashMap<>();
    private final Map<String, @Nullable Feed> feeds = new LinkedHashMap<>();
    private final Map<String, @Nullable FeedCursor> cursors = new LinkedHashMap<>();
    private final List<Change.Letter> letters = new ArrayList<>();
    private final List<Change.FeedTold> feedEvents = new ArrayList<>();
    private final Map<String, NewsStory> stories = new LinkedHashMap<>();
    private final Map<String, StoryPlacement> placements = new LinkedHashMap<>();
    private final List<Correction> corrections = new ArrayList<>();
    private final Map<String, @Nullable AlertRule> rules = new LinkedHashMap<>();
    private final Map<String, Alert> alerts = new LinkedHashMap<>();

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

    Collection<NewsStory> stories() {
        return stories.values();
    }

    Collection<StoryPlacement> placements() {
        return placements.values();
    }

    /** In the order of the log. */
    List<Correction> corrections() {
        return corrections;
    }

    /** By rule id; null for a rule that was taken away. */
    Map<String, @Nullable AlertRule> rules() {
        return rules;
    }

    Collection<Alert> alerts() {
        return alerts.values();
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
            case Change.StoryTold told -> stories.put(told.story().getId(), told.story());
            case Change.Placed placed ->
                    placements.put(placed.placement().getArticleId(), placed.placement());
            case Change.Corrected corrected -> corrections.add(corrected.correction());
            case Change.RuleListed listed -> rules.put(listed.rule().getId(), listed.rule());
            case Change.RuleUnlisted unlisted -> rules.put(unlisted.ruleId(), null);
            case Change.Alerted alerted ->
                    alerts.merge(alerted.alert().getId(), alerted.alert(), Batch::later);
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

    private static Alert later(Alert known, Alert next) {
        return next.getSequence() > known.getSequence() ? next : known;
    }
}
