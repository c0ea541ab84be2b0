package dev.tocsin.enrich.match;

import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.text.Tokens;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Phrases as one automaton over words, each with what it stands for. Immutable, thread-safe; a
 * search takes time linear in the text.
 */
final class Phrases<V> {

    private static final String APOSTROPHES = "'\u2019\u2018\u02bc";

    /** Takes what was found, by first word. */
    interface Finds<V> {
        /**
         * @param first number of the first token
         * @param last number of the last token
         */
        void add(V value, Term term, int first, int last);
    }

    /**
     * One thing that a phrase stands for.
     *
     * @param bound whether it holds only for texts in the language of its list
     * @param capital whether a small letter at its beginning makes it another word
     */
    record Listed<V>(V value, Term term, boolean bound, boolean capital) {}

    private final Vocabulary vocabulary;
    private final PhraseTrie trie;
    private final List<List<Listed<V>>> listed;
    private final Set<String> languages;

    /**
     * @param listed what ends at each node
     * @param languages those in which there are phrases that are bound to them
     */
    Phrases(
            Vocabulary vocabulary,
            PhraseTrie trie,
            Map<Integer, List<Listed<V>>> listed,
            Set<String> languages) {
        this.vocabulary = vocabulary;
        this.trie = trie;
        this.listed =
                IntStream.range(0, trie.nodes())
                        .mapToObj(node -> List.copyOf(listed.getOrDefault(node, List.of())))
                        .toList();
        this.languages = Set.copyOf(languages);
    }

    /**
     * Finds every phrase, by first word. What is bound to a language is found if it is English or
     * of the given language, or if nothing is bound to that language.
     *
     * @param language ISO 639-1
     */
    void find(String language, String text, Tokens tokens, Finds<V> finds) {
        if (tokens.count() > 0) {
            new Search(language, text, tokens, finds).run();
        }
    }

    /** One walk over one text. */
    private final class Search {
        private final String language;
        private final boolean anyLanguage;
        private final String text;
        private final Tokens tokens;
        private final Finds<V> finds;
        private final Words words;

        Search(String language, String text, Tokens tokens, Finds<V> finds) {
            this.language = language;
            this.anyLanguage = !languages.contains(language);
            this.text = text;
            this.tokens = tokens;
            this.finds = finds;
            this.words = vocabulary.words(tokens);
        }

        /** Follows the phrases that begin with each word. */
        void run() {
            for (int first = 0; first < words.count(); first += Long.SIZE) {
                int end = Math.min(first + Long.SIZE, words.count());
                for (long open = trie.open(words, first, end); open != 0; open &= open - 1) {
                    int at = first + Long.numberOfTrailingZeros(open);
                    reach(words.id(at), words.token(at), at);
                }
            }
        }

        /**
         * @param node to which the words from the first token on have led
         * @param at the last of those words
         */
        private void reach(int node, int first, int at) {
            int token = words.token(at);
            if (trie.isEnd(node)) {
                report(listed.get(node), first, token);
            }
            if (!trie.goesOn(node)) {
                return;
            }
            int next = at + 1;
            while (next < words.count() && words.token(next) == token) {
                next++;
            }
            while (next < words.count() && words.token(next) == token + 1) {
                int after = trie.next(node, words.id(next));
                if (after >= 0) {
                    reach(after, first, next);
                }
                next++;
            }
        }

        private void report(List<Listed<V>> ended, int first, int last) {
            for (int i = 0; i < ended.size(); i++) {
                Listed<V> each = ended.get(i);
                if (isOurs(each) && hasItsCase(each, first, last)) {
                    finds.add(each.value(), each.term(), first, last);
                }
            }
        }

        private boolean isOurs(Listed<V> each) {
            return !each.bound() || anyLanguage || each.term().language().equals(language);
        }

        private boolean hasItsCase(Listed<V> each, int first, int last) {
            return each.term().caseSensitive()
                    ? isWritten(each.term().text(), first, last)
                    : !each.capital() || !Character.isLowerCase(text.charAt(tokens.start(first)));
        }

        private boolean isWritten(String term, int first, int last) {
            int start = tokens.start(first);
            if (term.endsWith("*")) {
                return text.startsWith(term.substring(0, term.length() - 1), start);
            }
            int end = start + term.length();
            return text.startsWith(term, start)
                    && (tokens.end(last) == end || isBeforeEnding(last, end));
        }

        /** "PKK'nın": the name ends at an apostrophe, and behind it is no name. */
        private boolean isBeforeEnding(int token, int end) {
            return tokens.stemEnd(token) < tokens.foldedEnd(token)
                    && end < tokens.end(token)
                    && APOSTROPHES.indexOf(text.charAt(end)) >= 0;
        }
    }
}
