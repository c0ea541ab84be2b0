package dev.tocsin.enrich.copy;

import java.util.Arrays;

/**
 * From runs of words to the texts that have them, up to 16, in four bytes a run: sorted, the upper
 * bits of a run say where to look, the lower ones stand beside the texts. It is written anew for
 * each text.
 */
final class HabitTable {
    /** Bits of a run's hash that are kept. */
    static final int BITS = 26;

    /** Texts are numbered from 0. */
    static final int TEXTS = 16;

    private static final int LOWER = 16;
    private static final int BUCKETS = 1 << (BITS - LOWER);
    private static final int MASK = 0xFFFF;

    private final char[] starts = new char[BUCKETS + 1];

    /** Lower bits of the run, then one bit for each text. */
    private int[] entries = {};

    static int run(int shingle) {
        return shingle >>> (Integer.SIZE - BITS);
    }

    /** A bit for each text that has the run. */
    int texts(int run) {
        int bucket = run >>> LOWER;
        for (int at = starts[bucket]; at < starts[bucket + 1]; at++) {
            if (entries[at] >>> LOWER == (run & MASK)) {
                return entries[at] & MASK;
            }
        }
        return 0;
    }

    /**
     * Takes another text in place of the one that had its number.
     *
     * @param runs ascending, without doubles
     */
    void replace(int text, int[] runs) {
        Merge merge = new Merge(1 << text, runs, entries.length + runs.length);
        int from = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int to = starts[bucket + 1];
            starts[bucket] = (char) merge.count;
            for (int at = from; at < to; at++) {
                merge.old(bucket << LOWER | entries[at] >>> LOWER, entries[at] & MASK);
            }
            merge.newBefore((bucket + 1) << LOWER);
            from = to;
        }
        starts[BUCKETS] = (char) merge.count;
        entries = Arrays.copyOf(merge.merged, merge.count);
    }

    /** One walk over what there was and what is new. */
    private static final class Merge {
        private final int bit;
        private final int[] runs;
        private final int[] merged;
        private int next;
        private int count;

        Merge(int bit, int[] runs, int most) {
            this.bit = bit;
            this.runs = runs;
            this.merged = new int[most];
        }

        void old(int run, int texts) {
            newBefore(run);
            int others = texts & ~bit;
            if (next < runs.length && runs[next] == run) {
                others |= bit;
                next++;
            }
            if (others != 0) {
                merged[count++] = run << LOWER | others;
            }
        }

        void newBefore(int end) {
            while (next < runs.length && runs[next] < end) {
                merged[count++] = runs[next++] << LOWER | bit;
            }
        }
    }

    /** The runs of a text, ascending. */
    int[] runs(int text) {
        int[] runs = new int[entries.length];
        int count = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            for (int at = starts[bucket]; at < starts[bucket + 1]; at++) {
                if ((entries[at] & 1 << text) != 0) {
                    runs[count++] = bucket << LOWER | entries[at] >>> LOWER;
                }
            }
        }
        return Arrays.copyOf(runs, count);
    }
}
