package dev.tocsin.enrich.match;

import dev.tocsin.enrich.taxonomy.Term;

/** Collects the phrases of a {@link Lexicon}. */
public final class LexiconBuilder {

    private final PhrasesBuilder<Meaning> phrases = new PhrasesBuilder<>();

    /** Adds a phrase; one without a letter is left out. */
    public LexiconBuilder add(Term term, Meaning meaning) {
        boolean capital = Character.isUpperCase(term.text().charAt(0));
        if (phrases.add(term, meaning, true, capital)) {
            phrases.knows(term.language());
        }
        return this;
    }

    /** The lexicon of all that was added. */
    public Lexicon build() {
        return new Lexicon(phrases.build());
    }
}
