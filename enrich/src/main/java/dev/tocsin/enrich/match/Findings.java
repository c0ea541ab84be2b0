package dev.tocsin.enrich.match;

import dev.tocsin.enrich.text.Passage;

import java.util.List;

/** What a lexicon found in one passage, by first word. */
public record Findings(Passage passage, List<Found> found) {

    public Findings {
        found = List.copyOf(found);
    }

    /** UTF-16 offset of the first character of a find. */
    public int start(Found one) {
        return passage.tokens().start(one.first());
    }

    /** UTF-16 offset after the last character of a find. */
    public int end(Found one) {
        return passage.tokens().end(one.last());
    }

    /** The matched characters. */
    public String matched(Found one) {
        return passage.words(one.first(), one.last());
    }
}
