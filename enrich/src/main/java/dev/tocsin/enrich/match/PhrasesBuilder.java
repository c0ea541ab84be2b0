package dev.tocsin.enrich.match;

import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles terms into {@link Phrases}. */
final class PhrasesBuilder<V> {

    private static final String ENGLISH = "en";

    private final VocabularyBuilder vocabulary = new VocabularyBuilder();
    private final List<Phrase<V>> phrases = new ArrayList<>();
    private final Set<String> languages = new HashSet<>();

    private record Phrase<V>(int[] words, Phrases.Listed<V> listed) {}

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
        int[] words = words(term.text());
        if (words.length == 0) {
            return false;
        }
        boolean foreign =
                bound && !term.language().equals(Term.ANY) && !term.language().equals(ENGLISH);
        phrases.add(new Phrase<>(words, new Phrases.Listed<>(value, term, foreign, capital)));
        return true;
    }

    Phrases<V> build() {
        PhraseTrieBuilder trie = new PhraseTrieBuilder(vocabulary.size());
        Map<Integer, List<Phrases.Listed<V>>> listed = new HashMap<>();
        for (Phrase<V> phrase : phrases) {
            listed.computeIfAbsent(trie.add(phrase.words()), _ -> new ArrayList<>(1))
                    .add(phrase.listed());
        }
        return new Phrases<>(vocabulary.build(), trie.build(), listed, languages);
    }

    private int[] words(String term) {
        Tokens words = Tokenizer.tokenize(term);
        int[] ids = new int[words.count()];
        for (int word = 0; word < ids.length; word++) {
            ids[word] = vocabulary.add(words.folded(word), isBeginning(term, words, word));
        }
        return ids;
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
}
