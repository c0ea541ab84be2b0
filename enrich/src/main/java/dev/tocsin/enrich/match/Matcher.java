package dev.tocsin.enrich.match;

import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermPair;
import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;

import java.util.ArrayList;
import java.util.List;

/**
 * All terms of a taxonomy in one automaton over words. Immutable, thread-safe; a match takes time
 * linear in the text.
 */
public final class Matcher {

    private final Phrases<Entry> phrases;

    private Matcher(Phrases<Entry> phrases) {
        this.phrases = phrases;
    }

    /** The automaton of the taxonomy. Terms without a single letter are left out. */
    public static Matcher compile(Taxonomy taxonomy) {
        return new Matcher(new Compilation().add(taxonomy).phrases.build());
    }

    /**
     * Every term that the text contains. Names are found whatever the language; context and
     * exclusion words only if they are English, of the given language, or the taxonomy has no words
     * in that language.
     */
    public FieldHits match(String language, String text) {
        return match(language, text, Tokenizer.tokenize(text));
    }

    /** The same for a text that has been cut into tokens already. */
    public FieldHits match(String language, String text, Tokens tokens) {
        return new FieldHits(text, tokens, Masks.apply(hits(language, text, tokens)));
    }

    /** The same with the hits that a longer phrase hides, and the masks that hide them. */
    public FieldHits matchUnmasked(String language, String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        return new FieldHits(text, tokens, hits(language, text, tokens));
    }

    private List<Hit> hits(String language, String text, Tokens tokens) {
        List<Hit> hits = new ArrayList<>();
        phrases.find(
                language,
                text,
                tokens,
                (entry, _, first, last) -> hits.add(new Hit(entry, first, last)));
        return hits;
    }

    private static final class Compilation {
        private final PhrasesBuilder<Entry> phrases = new PhrasesBuilder<>();

        Compilation add(Taxonomy taxonomy) {
            addAll(taxonomy.context(), Entry.SHARED, Role.CONTEXT);
            addAll(taxonomy.exclusions(), Entry.SHARED, Role.EXCLUSION);
            addAll(taxonomy.masks(), Entry.SHARED, Role.MASK);
            taxonomy.context().forEach(term -> phrases.knows(term.language()));
            for (int i = 0; i < taxonomy.conflictTopics().size(); i++) {
                add(taxonomy.conflictTopics().get(i), i);
            }
            return this;
        }

        private void add(ConflictTopic conflictTopic, int conflict) {
            addAll(conflictTopic.strong(), conflict, Role.STRONG);
            addAll(conflictTopic.weak(), conflict, Role.WEAK);
            addAll(conflictTopic.context(), conflict, Role.CONTEXT);
            addAll(conflictTopic.exclusions(), conflict, Role.MASK);
            for (int pair = 0; pair < conflictTopic.pairs().size(); pair++) {
                TermPair both = conflictTopic.pairs().get(pair);
                addAll(both.first(), conflict, Role.PAIR_FIRST, pair);
                addAll(both.second(), conflict, Role.PAIR_SECOND, pair);
            }
        }

        private void addAll(List<Term> terms, int conflict, Role role) {
            addAll(terms, conflict, role, -1);
        }

        private void addAll(List<Term> terms, int conflict, Role role, int pair) {
            for (Term term : terms) {
                Entry entry = new Entry(conflict, role, term, pair);
                phrases.add(term, entry, entry.isBoundToLanguage(), false);
            }
        }
    }
}
