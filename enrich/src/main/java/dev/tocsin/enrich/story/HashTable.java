package dev.tocsin.enrich.story;

/** From hashes of words to numbers, neither of which is 0: a hash table with linear probing. */
final class HashTable {
    static final int NONE = 0;

    private int[] words = new int[1 << 10];
    private int[] numbers = new int[1 << 10];
    private int size;

    /** {@link #NONE} if the word is not there. */
    int get(int word) {
        return numbers[slot(word)];
    }

    void put(int word, int number) {
        int slot = slot(word);
        size += words[slot] == NONE ? 1 : 0;
        words[slot] = word;
        numbers[slot] = number;
        if (size * 4 > words.length) {
            grow();
        }
    }

    private void grow() {
        int[] oldWords = words;
        int[] oldNumbers = numbers;
        words = new int[oldWords.length * 2];
        numbers = new int[words.length];
        for (int at = 0; at < oldWords.length; at++) {
            if (oldWords[at] != NONE) {
                int slot = slot(oldWords[at]);
                words[slot] = oldWords[at];
                numbers[slot] = oldNumbers[at];
            }
        }
    }

    private int slot(int word) {
        int mask = words.length - 1;
        int slot = (word * 0x9E3779B9 >>> 7) & mask;
        while (words[slot] != NONE && words[slot] != word) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
