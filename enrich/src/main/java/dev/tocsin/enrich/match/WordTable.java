package dev.tocsin.enrich.match;

import dev.tocsin.enrich.text.Four;
import dev.tocsin.enrich.text.Tokens;

import java.util.Map;

/**
 * A hash table from words to ids, none of them negative. One probe mostly tells that a word is not
 * there, however many words there are.
 */
final class WordTable {

    /** Hash of a word, in the upper half, and the place of its entry; no entry has place 0. */
    private final long[] slots;

    /** A bit for each word, close together: most words of a text are turned away here. */
    private final long[] gates;

    /** Length and id of each word in one number, and its letters by {@link Four}. */
    private final long[] entries;

    WordTable(Map<String, Integer> words) {
        int capacity = Integer.highestOneBit(Math.max(8, words.size()) * 7);
        this.slots = new long[capacity];
        this.gates = new long[4 * capacity / Long.SIZE];
        this.entries = new long[1 + words.keySet().stream().mapToInt(WordTable::size).sum()];
        int place = 1;
        for (Map.Entry<String, Integer> each : words.entrySet()) {
            write(each.getKey(), each.getValue(), place);
            put(each.getKey().hashCode(), place);
            place += size(each.getKey());
        }
    }

    private static int size(String word) {
        return 1 + (word.length() + Four.LETTERS - 1) / Four.LETTERS;
    }

    private void write(String word, int id, int place) {
        entries[place] = (long) word.length() << Integer.SIZE | id;
        for (int at = 1; at < size(word); at++) {
            entries[place + at] = Four.letters(word, (at - 1) * Four.LETTERS);
        }
    }

    private void put(int hash, int place) {
        int slot = slot(hash);
        while (slots[slot] != 0) {
            slot = slotAfter(slot);
        }
        slots[slot] = (long) hash << Integer.SIZE | place;
        gates[gateOf(hash)] |= 1L << hash;
    }

    /**
     * A bit for each token at which a word may stand. There is no branch for those at which none
     * does, because none could be foreseen.
     *
     * @param end at most 64 tokens behind the first
     */
    long open(Tokens tokens, int first, int end) {
        long open = 0;
        for (int token = first; token < end; token++) {
            open |= (gate(tokens.hash(token)) & 1) << token;
        }
        return open;
    }

    /** The lowest bit is 0 if no word has the hash. */
    long gate(int hash) {
        return gates[gateOf(hash)] >>> hash;
    }

    /**
     * The id of the word that stands in the folded characters, -1 if there is none.
     *
     * @param hash of the word
     */
    int find(Tokens tokens, int hash, int from, int to) {
        if ((gate(hash) & 1) == 0) {
            return -1;
        }
        int slot = slot(hash);
        while (slots[slot] != 0) {
            int place = (int) slots[slot];
            if ((int) (slots[slot] >>> Integer.SIZE) == hash && reads(place, tokens, from, to)) {
                return (int) entries[place];
            }
            slot = slotAfter(slot);
        }
        return -1;
    }

    private boolean reads(int place, Tokens tokens, int from, int to) {
        if (entries[place] >>> Integer.SIZE != to - from) {
            return false;
        }
        int entry = place + 1;
        for (int at = from; at < to; at += Four.LETTERS) {
            if (entries[entry++] != tokens.four(at, to)) {
                return false;
            }
        }
        return true;
    }

    private int gateOf(int hash) {
        return (hash * 0x9E3779B9 >>> 7) & (gates.length - 1);
    }

    private int slot(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & (slots.length - 1);
    }

    private int slotAfter(int slot) {
        return (slot + 1) & (slots.length - 1);
    }
}
