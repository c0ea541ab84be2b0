package dev.tocsin.enrich.match;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** A growing hash table from long keys, none of them negative, to ints, none of them negative. */
final class LongIntTable {

    private long[] keys;
    private int[] values;
    private int size;

    LongIntTable(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, expected) * 4 - 1);
        keys = new long[capacity];
        values = new int[capacity];
        Arrays.fill(keys, -1);
    }

    /** The value of the key, -1 if there is none. */
    int get(long key) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (keys[slot] != key) {
            if (keys[slot] < 0) {
                return -1;
            }
            slot = (slot + 1) & mask;
        }
        return values[slot];
    }

    void put(long key, int value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (keys[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        size += keys[slot] < 0 ? 1 : 0;
        keys[slot] = key;
        values[slot] = value;
    }

    void forEachKey(LongConsumer action) {
        for (long key : keys) {
            if (key >= 0) {
                action.accept(key);
            }
        }
    }

    private void grow() {
        LongIntTable larger = new LongIntTable(keys.length);
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] >= 0) {
                larger.put(keys[slot], values[slot]);
            }
        }
        keys = larger.keys;
        values = larger.values;
        size = larger.size;
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }
}
