package dev.tocsin.console.api;

import java.util.List;

/**
 * The words of the taxonomy that rules and corrections may use.
 *
 * @param conflictTopics all of the taxonomy, in the order to show them
 * @param eventTypes slugs with their names
 * @param places countries first
 */
public record Vocabulary(
        List<TopicName> conflictTopics, List<TopicName> eventTypes, List<PlaceName> places) {
    public Vocabulary {
        conflictTopics = List.copyOf(conflictTopics);
        eventTypes = List.copyOf(eventTypes);
        places = List.copyOf(places);
    }

    /** Conflict topics and nothing else. */
    public static Vocabulary of(List<TopicName> conflictTopics) {
        return new Vocabulary(conflictTopics, List.of(), List.of());
    }

    /**
     * A country or a place in one.
     *
     * @param id of the gazetteer; the ISO 3166-1 code in small letters for a country
     * @param name English
     */
    public record PlaceName(String id, String name) {}
}
