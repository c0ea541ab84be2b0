package dev.tocsin.enrich.event;

import dev.tocsin.enrich.match.Meaning;

/**
 * What a term is to an event type.
 *
 * @param type position of the event type in the list, {@link #ALL} for an exclusion from all
 * @param pair position of the pair in its event type, -1 for other roles
 */
record EventTerm(int type, Role role, int pair) implements Meaning {

    static final int ALL = -1;

    enum Role {
        STRONG,
        WEAK,
        PAIR_FIRST,
        PAIR_SECOND,
        EXCLUSION
    }

    boolean excludes(EventTerm other) {
        return role == Role.EXCLUSION && (type == ALL || type == other.type);
    }

    /** Whether the two are halves of one pair, this one the second. */
    boolean completes(EventTerm first) {
        return role == Role.PAIR_SECOND && type == first.type && pair == first.pair;
    }
}
