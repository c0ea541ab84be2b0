package dev.tocsin.enrich.story;

import dev.tocsin.enrich.copy.Sketch;

/**
 * An article in the window.
 *
 * @param number in the order of arrival, without a gap
 * @param arrivedMillis time of the stream when it came, which never goes back
 */
public record Entry(
        int number,
        String id,
        String publisher,
        String language,
        long atMillis,
        long arrivedMillis,
        String title,
        Terms terms,
        Sketch sketch,
        Topics conflictTopics) {

    /** The same with equal names, which other articles have too. */
    Entry named(String samePublisher, String sameLanguage) {
        return new Entry(
                number,
                id,
                samePublisher,
                sameLanguage,
                atMillis,
                arrivedMillis,
                title,
                terms,
                sketch,
                conflictTopics);
    }
}
