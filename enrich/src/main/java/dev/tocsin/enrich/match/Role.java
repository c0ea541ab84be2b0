package dev.tocsin.enrich.match;

/** What a term is to its conflict topic, or to all of them. */
public enum Role {
    /** Scores alone. */
    STRONG,
    /** Counts beside context only. */
    WEAK,
    /** First group of a pair. */
    PAIR_FIRST,
    /** Second group of a pair. */
    PAIR_SECOND,
    /** Speaks of war. */
    CONTEXT,
    /** Speaks of another world: sport, film, business. */
    EXCLUSION,
    /** Takes the meaning from all terms within it. */
    MASK
}
