package dev.tocsin.enrich.match;

import dev.tocsin.enrich.text.Tokens;

import java.util.List;

/**
 * A hash table from words to ids, none of them negative. One probe mostly tells that a word is not
 * there, however many words there are.
 */
final class WordTable {
    private static final int MULTIPLIER = 31;

    private final int[] hashes;
    private final int[] words;
    private final String[] texts;
    private final int[] ids;

    /** Position in both lists is the same: a word and its id. */
    WordTable(List<String> texts, List<Integer> ids) {
        int capacity = Integer.highestOneBit(Math.max(8, texts.size()) * 4 - 1);
        this.hashes = new int[capacity];
        this.words = new int[capacity];
        this.texts = texts.toArray(String[]::new);
        this.ids = ids.stream().mapToInt(Integer::intValue).toArray();
        for (int word = 0; word < this.texts.length; word++) {
            put(word);
        }
    }

    private void put(int word) {
        int hash = hash(this.texts[word]);
        int slot = slot(hash);
        while (words[slot] != 0) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        hashes[slot] = hash;
        words[slot] = word + 1;
    }

    /**
     * The id of the word that stands in the folded characters, -1 if there is none.
     *
     * @param lead a character that stands before the others, 0 for none
     */
    int find(Tokens tokens, char lead, int from, int to) {
        int hash = lead;
        for (int at = from; at < to; at++) {
            hash = hash * MULTIPLIER + tokens.foldedChar(at);
        }
        int slot = slot(hash);
        while (words[slot] != 0) {
            if (hashes[slot] == hash && isSame(texts[words[slot] - 1], tokens, lead, from, to)) {
                return ids[words[slot] - 1];
            }
            slot = (slot + 1) & (hashes.length - 1);
        }
        return -1;
    }

    private static boolean isSame(String word, Tokens tokens, char lead, int from, int to) {
        int skipped = lead == 0 ? 0 : 1;
        if (word.length() != to - from + skipped || (skipped == 1 && word.charAt(0) != lead)) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (word.charAt(at - from + skipped) != tokens.foldedChar(at)) {
                return false;
            }
        }
        return true;
    }

    private static int hash(String word) {
        int hash = 0;
        for (int at = 0; at < word.length(); at++) {
            hash = hash * MULTIPLIER + word.charAt(at);
        }
        return hash;
    }

    private int slot(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & (hashes.length - 1);
    }
}
