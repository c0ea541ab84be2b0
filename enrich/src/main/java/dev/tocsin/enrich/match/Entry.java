package dev.tocsin.enrich.match;

import dev.tocsin.enrich.taxonomy.Term;

/**
 * What a match means. One phrase may have several entries.
 *
 * @param conflict position of the conflict topic in the taxonomy, {@link #SHARED} for all of them
 * @param pair position of the pair in its conflict topic, -1 for other roles
 */
public record Entry(int conflict, Role role, Term term, int pair) {

    /** Stands for all conflict topics. */
    public static final int SHARED = -1;

    /**
     * Whether the entry stands for its conflict by itself, so that it hides shorter names within.
     */
    boolean isProperName() {
        return role == Role.STRONG || role == Role.WEAK;
    }

    /** Whether the entry names its conflict, alone or with the other half of a pair. */
    public boolean isName() {
        return isProperName() || role == Role.PAIR_FIRST || role == Role.PAIR_SECOND;
    }

    /** Whether the entry holds only for texts in the language of its list. */
    boolean isBoundToLanguage() {
        return (role == Role.CONTEXT || role == Role.EXCLUSION)
                && !term.language().equals(Term.ANY);
    }
}
