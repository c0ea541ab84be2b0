package dev.tocsin.enrich.evaluate;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An article with the labels that a reader gave it.
 *
 * @param line where it stands in its file, from 1
 * @param dataset where it is from; "" if not said
 * @param language ISO 639-1 as labelled; "" if not said
 * @param at when it happened
 * @param labels the topics it is about
 * @param optional topics on which two readers could differ
 * @param events what happened in it, if that was labelled
 * @param constructed whether it was written to be labelled
 * @param hardNegative whether it only looks like an article about a conflict
 */
public record GoldArticle(
        int line,
        String dataset,
        String language,
        Instant at,
        String title,
        String summary,
        String body,
        Set<String> labels,
        Set<String> optional,
        Optional<Set<String>> events,
        boolean constructed,
        boolean hardNegative) {

    public GoldArticle {
        labels = Set.copyOf(labels);
        optional = Set.copyOf(optional);
        events = events.map(Set::copyOf);
    }

    /** Whether any topic found would be wrong. */
    boolean isUntopical() {
        return labels.isEmpty() && optional.isEmpty();
    }
}
