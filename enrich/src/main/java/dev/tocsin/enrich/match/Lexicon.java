package dev.tocsin.enrich.match;

import dev.tocsin.enrich.text.Passage;

import java.util.ArrayList;
import java.util.List;

/**
 * Phrases with what they stand for, in one automaton over words. A phrase that is written with a
 * capital is not found where the text has a small letter. Immutable, thread-safe; a search takes
 * time linear in the text.
 */
public final class Lexicon {

    private final Phrases<Meaning> phrases;

    Lexicon(Phrases<Meaning> phrases) {
        this.phrases = phrases;
    }

    /**
     * Every phrase in the passage, by first word. Phrases of a language list are found if they are
     * English or of the given language, or if the lexicon has none in that language.
     *
     * @param language ISO 639-1
     */
    public Findings find(String language, Passage passage) {
        List<Found> found = new ArrayList<>();
        phrases.find(
                language,
                passage.text(),
                passage.tokens(),
                (meaning, term, first, last) -> found.add(new Found(meaning, term, first, last)));
        return new Findings(passage, found);
    }
}
