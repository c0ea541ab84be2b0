package dev.tocsin.enrich.match;

import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * All terms of a taxonomy in one automaton over words. Immutable, thread-safe; a match takes time
 * linear in the text.
 */
public final class Matcher {

    private final Vocabulary vocabulary;
    private final Phrases phrases;
    private final Set<String> languages;

    Matcher(Vocabulary vocabulary, Phrases phrases, Set<String> languages) {
        this.vocabulary = vocabulary;
        this.phrases = phrases;
        this.languages = Set.copyOf(languages);
    }

    /** The automaton of the taxonomy. Terms without a single letter are left out. */
    public static Matcher compile(Taxonomy taxonomy) {
        return new MatcherBuilder().add(taxonomy).build();
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
        Pass pass = new Pass(tokens, text, languages.contains(language) ? language : "");
        pass.run();
        return pass.hits;
    }

    /** One walk over one text. */
    private final class Pass {
        private final Tokens tokens;
        private final String text;
        private final String language;
        private final int[] idEnds;
        private int[] ids = new int[4 * Vocabulary.MOST_IDS];
        private final List<Hit> hits = new ArrayList<>();

        Pass(Tokens tokens, String text, String language) {
            this.tokens = tokens;
            this.text = text;
            this.language = language;
            this.idEnds = new int[tokens.count() + 1];
        }

        /** Looks every token up once, then follows the phrases that begin there. */
        void run() {
            int total = 0;
            for (int token = 0; token < tokens.count(); token++) {
                if (total + Vocabulary.MOST_IDS > ids.length) {
                    ids = Arrays.copyOf(ids, ids.length * 2);
                }
                total += vocabulary.find(tokens, token, ids, total);
                idEnds[token + 1] = total;
            }
            for (int token = 0; token < tokens.count(); token++) {
                for (int i = idEnds[token]; i < idEnds[token + 1]; i++) {
                    reach(phrases.first(ids[i]), token, token);
                }
            }
        }

        private void reach(int node, int first, int token) {
            if (node < 0) {
                return;
            }
            report(phrases.entries(node), first, token);
            if (token + 1 < tokens.count() && phrases.goOn(node)) {
                for (int i = idEnds[token + 1]; i < idEnds[token + 2]; i++) {
                    reach(phrases.next(node, ids[i]), first, token + 1);
                }
            }
        }

        private void report(Entry[] found, int first, int last) {
            for (Entry entry : found) {
                if (holds(entry, first, last)) {
                    hits.add(new Hit(entry, first, last));
                }
            }
        }

        private boolean holds(Entry entry, int first, int last) {
            if (entry.term().caseSensitive() && !sameCase(entry, first, last)) {
                return false;
            }
            String bound = entry.term().language();
            return language.isEmpty()
                    || !entry.isBoundToLanguage()
                    || bound.equals(language)
                    || bound.equals("en");
        }

        private boolean sameCase(Entry entry, int first, int last) {
            String term = entry.term().text();
            int start = tokens.start(first);
            if (term.endsWith("*")) {
                return text.startsWith(term.substring(0, term.length() - 1), start);
            }
            return text.startsWith(term, start) && tokens.end(last) == start + term.length();
        }
    }
}
