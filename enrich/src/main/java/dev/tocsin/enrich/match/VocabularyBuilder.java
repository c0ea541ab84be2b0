package dev.tocsin.enrich.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects words while a taxonomy is compiled. */
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
        List<String> texts = new ArrayList<>(wholes.keySet());
        return new Vocabulary(new WordTable(texts, new ArrayList<>(wholes.values())), prefixes);
    }
}
