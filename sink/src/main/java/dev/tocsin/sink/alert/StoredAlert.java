package dev.tocsin.sink.alert;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * An alert as readers of the tables and receivers of webhooks see it.
 *
 * @param id UUID, the same for all updates
 * @param sequence 1 when it was raised, counted up by each update
 * @param kind {@code STORY}, {@code VOLUME} or {@code FEED_SILENCE}
 * @param subject story id; conflict topic and begin of the window; feed id and since when
 * @param text why, in a sentence or two
 * @param firstSeen when the earliest article appeared
 * @param articles of the story that fit the rule
 * @param independentOrigins publishers among them with a text of their own
 * @param storyArticles of the whole story
 * @param evidence articles that fit, the first ones
 * @param endedAt since when a burst or a silence is over; null while it lasts, and for stories
 */
public record StoredAlert(
        String id,
        int sequence,
        String kind,
        String ruleId,
        String ruleName,
        String ruleVersion,
        String subject,
        String title,
        String text,
        Instant raisedAt,
        Instant updatedAt,
        Instant firstSeen,
        int articles,
        int independentOrigins,
        int storyArticles,
        List<String> conflictTopics,
        List<String> eventTypes,
        List<String> countries,
        List<String> languages,
        String taxonomyVersion,
        EvidenceText evidence,
        @Nullable Instant endedAt) {
    public StoredAlert {
        conflictTopics = List.copyOf(conflictTopics);
        eventTypes = List.copyOf(eventTypes);
        countries = List.copyOf(countries);
        languages = List.copyOf(languages);
    }

    /**
     * An article that fits the rule.
     *
     * @param publisher the feed's title where the publisher is unknown
     * @param origin publisher who brought the text first
     */
    public record Evidence(
            String articleId,
            String title,
            @Nullable String url,
            String publisher,
            String origin,
            boolean isCopy,
            String language,
            Instant eventAt,
            List<Quote> quotes) {
        public Evidence {
            quotes = List.copyOf(quotes);
        }
    }

    /**
     * Matched words with their context.
     *
     * @param reason conflict topic, event type, place or keyword that the words stand for
     */
    public record Quote(String reason, String before, String words, String after) {}
}
