package dev.tocsin.enrich.taxonomy;

import java.util.List;

/**
 * Two groups of terms that count when one of each stands close together.
 *
 * @param within greatest distance between the two, in words
 * @param needsContext whether conflict context must stand near as well
 */
public record TermPair(List<Term> first, List<Term> second, int within, boolean needsContext) {

    public TermPair {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }
}
