package dev.tocsin.enrich.match;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects words while phrases are compiled. */
final class VocabularyBuilder {

    private final Map<String, Integer> wholes = new LinkedHashMap<>();
    private final PrefixTrie prefixes = new PrefixTrie();
    private int words;

    /** The id of the word, as a whole or as a beginning. */
    int add(String word, boolean prefix) {
        int id = prefix ? prefixes.add(word, words) : wholes.computeIfAbsent(word, _ -> words);
        words = Math.max(words, id + 1);
        return id;
    }

    /** How many ids there are; they count from 0. */
    int size() {
        return words;
    }

    Vocabulary build() {
        return new Vocabulary(new WordTable(wholes), prefixes);
    }
}
