package dev.tocsin.enrich.evaluate;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A text that shows what a topic is, or is not.
 *
 * @param file where it stands, relative to the folder of examples
 * @param line from 1
 * @param topic slug of the topic that it was written for
 * @param text first line: title; the rest: summary
 * @param language as declared by a feed; empty: to be told from the text
 * @param at when it happened
 * @param right all topics that it is about; empty: only that the topic is none of them
 */
public record Example(
        String file,
        int line,
        String topic,
        String text,
        Optional<String> language,
        Instant at,
        Optional<Set<String>> right) {

    public Example {
        right = right.map(Set::copyOf);
    }

    /** The first line. */
    public String title() {
        return text.lines().findFirst().orElse("");
    }

    /** The other lines. */
    public String summary() {
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(end + 1).strip();
    }
}
