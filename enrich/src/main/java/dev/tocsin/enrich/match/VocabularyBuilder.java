package dev.tocsin.enrich.match;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects words while phrases are compiled. */
final class VocabularyBuilder {

    private static final String ARTICLE = "ال";
    private static final String LI_AND_ARTICLE = "لل";
    private static final int SHORTEST_WITH_ARTICLE = 3;

    private final Map<String, Integer> wholes = new LinkedHashMap<>();
    private final Map<String, Integer> beginnings = new LinkedHashMap<>();
    private int words;

    /** The id of the word, as a whole or as a beginning. */
    int add(String word, boolean isBeginning) {
        int id = (isBeginning ? beginnings : wholes).computeIfAbsent(word, _ -> words);
        words = Math.max(words, id + 1);
        return id;
    }

    /** How many ids there are; they count from 0. */
    int size() {
        return words;
    }

    Vocabulary build() {
        return new Vocabulary(
                new WordTable(withPreposition(wholes)),
                new PrefixTrie(withPreposition(beginnings)));
    }

    /** With the forms in which the Arabic preposition li- has swallowed the alef of the article. */
    private static Map<String, Integer> withPreposition(Map<String, Integer> words) {
        Map<String, Integer> all = new LinkedHashMap<>(words);
        words.forEach((word, id) -> {
            if (word.startsWith(ARTICLE) && word.length() > SHORTEST_WITH_ARTICLE) {
                all.putIfAbsent(LI_AND_ARTICLE + word.substring(ARTICLE.length()), id);
            }
        });
        return all;
    }
}
