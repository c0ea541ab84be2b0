package dev.tocsin.enrich.match;

import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.text.Passage;
import dev.tocsin.enrich.text.Tokens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Phrases with what they stand for, in one automaton over words. A phrase that is written with a
 * capital is not found where the text has a small letter. Immutable, thread-safe; a search takes
 * time linear in the text.
 */
public final class Lexicon {

    /** One thing that a phrase stands for. */
    record Phrase(Term term, Meaning meaning, boolean capital) {}

    private final Vocabulary vocabulary;
    private final LongIntTable nodes;
    private final Phrase[][] phrases;
    private final Set<String> languages;

    Lexicon(Vocabulary vocabulary, LongIntTable nodes, Phrase[][] phrases, Set<String> languages) {
        this.vocabulary = vocabulary;
        this.nodes = nodes;
        this.phrases = phrases;
        this.languages = Set.copyOf(languages);
    }

    /**
     * Every phrase in the passage, by first word. Phrases of a language list are found if they are
     * English or of the given language, or if the lexicon has none in that language.
     *
     * @param language ISO 639-1
     */
    public Findings find(String language, Passage passage) {
        Search search = new Search(passage, languages.contains(language) ? language : "");
        for (int token = 0; token < passage.tokens().count(); token++) {
            search.follow(0, token, token);
        }
        return new Findings(passage, search.found);
    }

    /** One walk over one passage. */
    private final class Search {
        private final Tokens tokens;
        private final String text;
        private final String language;
        private final int[] ids = new int[Vocabulary.MOST_IDS];
        private final int[] idEnds;
        private int[] known = new int[32];
        private final List<Found> found = new ArrayList<>();

        Search(Passage passage, String language) {
            this.tokens = passage.tokens();
            this.text = passage.text();
            this.language = language;
            this.idEnds = new int[tokens.count() + 1];
            lookUp();
        }

        private void lookUp() {
            int total = 0;
            for (int token = 0; token < tokens.count(); token++) {
                int count = vocabulary.find(tokens, token, ids);
                if (total + count > known.length) {
                    known = Arrays.copyOf(known, (total + count) * 2);
                }
                System.arraycopy(ids, 0, known, total, count);
                total += count;
                idEnds[token + 1] = total;
            }
        }

        void follow(int node, int first, int token) {
            for (int i = idEnds[token]; i < idEnds[token + 1]; i++) {
                int next = nodes.get(((long) node << 32) | known[i]);
                if (next >= 0) {
                    report(phrases[next], first, token);
                    if (token + 1 < tokens.count()) {
                        follow(next, first, token + 1);
                    }
                }
            }
        }

        private void report(Phrase[] ended, int first, int last) {
            for (Phrase phrase : ended) {
                if (isOurs(phrase.term()) && hasItsCase(phrase, first, last)) {
                    found.add(new Found(phrase.meaning(), phrase.term(), first, last));
                }
            }
        }

        private boolean isOurs(Term term) {
            return language.isEmpty()
                    || term.language().equals(Term.ANY)
                    || term.language().equals(language)
                    || term.language().equals("en");
        }

        private boolean hasItsCase(Phrase phrase, int first, int last) {
            int start = tokens.start(first);
            if (!phrase.term().caseSensitive()) {
                return !phrase.capital() || !Character.isLowerCase(text.charAt(start));
            }
            String written = phrase.term().text();
            return text.startsWith(written, start) && tokens.end(last) == start + written.length();
        }
    }
}
