package dev.tocsin.enrich.match;

import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compiles terms into {@link Phrases}. */
final class PhrasesBuilder<V> {

    private static final String ENGLISH = "en";

    private final VocabularyBuilder vocabulary = new VocabularyBuilder();
    private final LongIntTable children = new LongIntTable(1024);
    private final List<List<Phrases.Listed<V>>> listed = new ArrayList<>(List.of(List.of()));
    private final Set<String> languages = new HashSet<>();

    /** Tells that phrases which are bound to the language are complete enough to count alone. */
    void knows(String language) {
        languages.add(language);
    }

    /**
     * Adds a phrase; one without a letter is left out.
     *
     * @param bound whether it holds only for texts in the language of its list; English holds
     *     everywhere
     * @param capital whether a small letter at its beginning makes it another word
     * @return whether it was added
     */
    boolean add(Term term, V value, boolean bound, boolean capital) {
        int node = node(term.text());
        if (node == 0) {
            return false;
        }
        boolean foreign =
                bound && !term.language().equals(Term.ANY) && !term.language().equals(ENGLISH);
        listed.get(node).add(new Phrases.Listed<>(value, term, foreign, capital));
        return true;
    }

    Phrases<V> build() {
        return new Phrases<>(
                vocabulary.build(),
                new PhraseTrie(children, listed.size(), vocabulary.size()),
                listed.stream().map(List::copyOf).toList(),
                languages);
    }

    private int node(String term) {
        Tokens words = Tokenizer.tokenize(term);
        int node = 0;
        for (int word = 0; word < words.count(); word++) {
            node = child(node, vocabulary.add(words.folded(word), isBeginning(term, words, word)));
        }
        return node;
    }

    /** Whether the word is the last before a star that ends what blanks part. */
    private static boolean isBeginning(String term, Tokens words, int word) {
        int end = words.end(word);
        int stop = end;
        while (stop < term.length() && !Character.isWhitespace(term.charAt(stop))) {
            stop++;
        }
        boolean last = word + 1 == words.count() || words.start(word + 1) >= stop;
        return last && stop > end && term.charAt(stop - 1) == '*';
    }

    private int child(int node, int word) {
        long key = ((long) node << 32) | word;
        int child = children.get(key);
        if (child >= 0) {
            return child;
        }
        children.put(key, listed.size());
        listed.add(new ArrayList<>(1));
        return listed.size() - 1;
    }
}
