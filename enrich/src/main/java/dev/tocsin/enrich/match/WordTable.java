package dev.tocsin.enrich.match;

import dev.tocsin.enrich.text.Tokens;

import java.util.Map;

/**
 * A hash table from words to ids, none of them negative. One probe mostly tells that a word is not
 * there, however many words there are.
 */
final class WordTable {

    /** Hash and number of a word in turns; numbers count from 1, and 0 is nobody's. */
    private final int[] slots;

    private final int mask;

    /** A bit for each word, close together: most words of a text are turned away here. */
    private final long[] gates;

    private final char[] letters;
    private final int[] ends;
    private final int[] ids;

    WordTable(Map<String, Integer> words) {
        int capacity = Integer.highestOneBit(Math.max(8, words.size()) * 4 - 1);
        this.slots = new int[2 * capacity];
        this.mask = capacity - 1;
        this.gates = new long[4 * capacity / Long.SIZE];
        this.letters = String.join("", words.keySet()).toCharArray();
        this.ends = new int[words.size() + 1];
        this.ids = new int[words.size() + 1];
        int number = 1;
        for (Map.Entry<String, Integer> word : words.entrySet()) {
            ends[number] = ends[number - 1] + word.getKey().length();
            ids[number] = word.getValue();
            put(word.getKey().hashCode(), number++);
        }
    }

    private void put(int hash, int number) {
        int slot = slot(hash);
        while (slots[2 * slot + 1] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[2 * slot] = hash;
        slots[2 * slot + 1] = number;
        gates[gate(hash)] |= 1L << hash;
    }

    /**
     * The id of the word that stands in the folded characters, -1 if there is none.
     *
     * @param hash of the word, lead included
     * @param lead a character that stands before the others, 0 for none
     */
    int find(Tokens tokens, int hash, char lead, int from, int to) {
        if ((gates[gate(hash)] & 1L << hash) == 0) {
            return -1;
        }
        int slot = slot(hash);
        while (slots[2 * slot + 1] != 0) {
            int number = slots[2 * slot + 1];
            if (slots[2 * slot] == hash && reads(number, tokens, lead, from, to)) {
                return ids[number];
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    private boolean reads(int number, Tokens tokens, char lead, int from, int to) {
        int skipped = lead == 0 ? 0 : 1;
        int start = ends[number - 1];
        return ends[number] - start == to - from + skipped
                && (skipped == 0 || letters[start] == lead)
                && tokens.reads(from, to, letters, start + skipped);
    }

    private int gate(int hash) {
        return (hash * 0x9E3779B9 >>> 7) & (gates.length - 1);
    }

    private int slot(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & mask;
    }
}
