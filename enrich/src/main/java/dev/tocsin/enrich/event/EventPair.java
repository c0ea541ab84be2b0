package dev.tocsin.enrich.event;

import dev.tocsin.enrich.taxonomy.Term;

import java.util.List;

/**
 * Two groups of terms that count when one of each stands close together.
 *
 * @param within greatest distance between the two, in words
 */
public record EventPair(List<Term> first, List<Term> second, int within) {

    public EventPair {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }
}
