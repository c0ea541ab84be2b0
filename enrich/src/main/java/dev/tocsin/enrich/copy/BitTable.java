package dev.tocsin.enrich.copy;

/** A growing hash table from hashes to sets of up to 32 small numbers. */
final class BitTable {
    private static final int EMPTY = 0;
    private int[] keys = new int[64];
    private int[] bits = new int[64];
    private int size;

    /** How many hashes it holds, those with no number left among them. */
    int size() {
        return size;
    }

    int get(int hash) {
        return bits[slot(key(hash))];
    }

    void set(int hash, int number) {
        int slot = slot(key(hash));
        if (keys[slot] == EMPTY) {
            keys[slot] = key(hash);
            size++;
        }
        bits[slot] |= 1 << number;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    void clear(int hash, int number) {
        bits[slot(key(hash))] &= ~(1 << number);
    }

    private static int key(int hash) {
        return hash == EMPTY ? 1 : hash;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldBits = bits;
        keys = new int[oldKeys.length * 2];
        bits = new int[oldKeys.length * 2];
        for (int at = 0; at < oldKeys.length; at++) {
            if (oldKeys[at] != EMPTY) {
                int slot = slot(oldKeys[at]);
                keys[slot] = oldKeys[at];
                bits[slot] = oldBits[at];
            }
        }
    }

    private int slot(int key) {
        int mask = keys.length - 1;
        int slot = Hashes.mix(key) & mask;
        while (keys[slot] != EMPTY && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
