package dev.tocsin.console.api.story;

import dev.tocsin.console.api.TopicName;

import java.time.Instant;
import java.util.List;

/**
 * A story as lists show it.
 *
 * @param id of the article that began it
 * @param title of the article that speaks for most of it, in the language of most
 * @param firstSeen event time of its earliest article
 * @param lastUpdate event time of its latest article
 * @param copyGroups groups of articles with nearly the same text
 * @param independentOrigins publishers with a text of their own
 * @param languages ISO 639-1
 * @param conflictTopics of the confirmed tags of its articles
 * @param corrected whether a person has merged or split it
 */
public record StoryView(
        String id,
        String title,
        Instant firstSeen,
        Instant lastUpdate,
        int articles,
        int copyGroups,
        int independentOrigins,
        List<String> languages,
        List<TopicName> conflictTopics,
        boolean corrected) {
    public StoryView {
        languages = List.copyOf(languages);
        conflictTopics = List.copyOf(conflictTopics);
    }
}
