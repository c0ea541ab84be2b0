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
    private final LongIntTable phrases;
    private final Entry[][] entries;
    private final Set<String> languages;

    Matcher(Vocabulary vocabulary, LongIntTable phrases, Entry[][] entries, Set<String> languages) {
        this.vocabulary = vocabulary;
        this.phrases = phrases;
        this.entries = entries;
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
        FieldHits all = matchUnmasked(language, text);
        return new FieldHits(text, all.tokens(), Masks.apply(all.hits()));
    }

    /** The same with the hits that a longer phrase hides, and the masks that hide them. */
    public FieldHits matchUnmasked(String language, String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        Pass pass = new Pass(tokens, text, languages.contains(language) ? language : "");
        for (int token = 0; token < tokens.count(); token++) {
            pass.follow(0, token, token);
        }
        return new FieldHits(text, tokens, pass.hits);
    }

    /** One walk over one text. */
    private final class Pass {
        private final Tokens tokens;
        private final String text;
        private final String language;
        private final int[] ids = new int[Vocabulary.MOST_IDS];
        private final int[] idEnds;
        private int[] known = new int[32];
        private final List<Hit> hits = new ArrayList<>();

        Pass(Tokens tokens, String text, String language) {
            this.tokens = tokens;
            this.text = text;
            this.language = language;
            this.idEnds = new int[tokens.count() + 1];
            lookUp();
        }

        private void lookUp() {
            int total = 0;
            for (int token = 0; token < tokens.count(); token++) {
                int found = vocabulary.find(tokens, token, ids);
                if (total + found > known.length) {
                    known = Arrays.copyOf(known, (total + found) * 2);
                }
                System.arraycopy(ids, 0, known, total, found);
                total += found;
                idEnds[token + 1] = total;
            }
        }

        void follow(int node, int first, int token) {
            for (int i = idEnds[token]; i < idEnds[token + 1]; i++) {
                int next = phrases.get(((long) node << 32) | known[i]);
                if (next >= 0) {
                    report(entries[next], first, token);
                    if (token + 1 < tokens.count()) {
                        follow(next, first, token + 1);
                    }
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
