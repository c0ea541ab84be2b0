package dev.tocsin.enrich.match;

import dev.tocsin.enrich.taxonomy.Term;

/**
 * A phrase of a lexicon, found in a text.
 *
 * @param first number of the first token
 * @param last number of the last token
 */
public record Found(Meaning meaning, Term term, int first, int last) {

    /** Whether the other stands within this one and is shorter. */
    public boolean hides(Found other) {
        return first <= other.first
                && last >= other.last
                && last - first > other.last - other.first;
    }

    /** Whether the other stands within this one, be it as long. */
    public boolean covers(Found other) {
        return first <= other.first && last >= other.last;
    }
}
