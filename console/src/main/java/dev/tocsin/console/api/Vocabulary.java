package dev.tocsin.console.api;

import java.util.List;

/**
 * The words that rules and corrections may use.
 *
 * @param conflictTopics all of the taxonomy, in the order to show them
 * @param eventTypes slugs with their names
 * @param places countries first
 * @param targets names of those who can be told; empty if this console does not know them
 */
public record Vocabulary(
        List<TopicName> conflictTopics,
        List<TopicName> eventTypes,
        List<PlaceName> places,
        List<String> targets) {
    public Vocabulary {
        conflictTopics = List.copyOf(conflictTopics);
        eventTypes = List.copyOf(eventTypes);
        places = List.copyOf(places);
        targets = List.copyOf(targets);
    }

    /** Conflict topics and nothing else. */
    public static Vocabulary of(List<TopicName> conflictTopics) {
        return new Vocabulary(conflictTopics, List.of(), List.of(), List.of());
    }

    /**
     * A country or a place in one.
     *
     * @param id of the gazetteer; the ISO 3166-1 code in small letters for a country
     * @param name English
     */
    public record PlaceName(String id, String name) {}
}
