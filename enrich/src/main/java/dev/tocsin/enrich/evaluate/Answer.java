package dev.tocsin.enrich.evaluate;

import java.util.Optional;
import java.util.Set;

/**
 * What a tagger said about an article.
 *
 * @param topics slugs of the confirmed tags
 * @param events event types; empty if the tagger does not tell any
 */
public record Answer(Set<String> topics, Optional<Set<String>> events) {

    public Answer {
        topics = Set.copyOf(topics);
        events = events.map(Set::copyOf);
    }
}
