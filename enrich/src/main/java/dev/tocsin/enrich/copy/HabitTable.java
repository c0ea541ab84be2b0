package dev.tocsin.enrich.copy;

import java.util.Arrays;

/**
 * From runs of words, as hashes, to the texts that have them, up to 16, in six bytes a run: sorted,
 * and the upper bits of a run say where to look. It is written anew for each text.
 */
final class HabitTable {
    /** Texts are numbered from 0. */
    static final int TEXTS = 16;

    private static final int BUCKETS = 1 << 10;

    private final char[] starts = new char[BUCKETS + 1];

    /** Ascending. */
    private int[] runs = {};

    /** One bit for each text that has the run. */
    private char[] texts = {};

    /** A bit for each text that has the run. */
    int texts(int run) {
        int bucket = bucket(run);
        for (int at = starts[bucket]; at < starts[bucket + 1]; at++) {
            if (runs[at] == run) {
                return texts[at];
            }
        }
        return 0;
    }

    /**
     * Takes another text in place of the one that had its number.
     *
     * @param other its runs, ascending, without doubles
     */
    void replace(int text, int[] other) {
        Merge merge = new Merge(1 << text, other, runs.length + other.length);
        for (int at = 0; at < runs.length; at++) {
            merge.old(runs[at], texts[at]);
        }
        merge.rest();
        runs = Arrays.copyOf(merge.runs, merge.count);
        texts = Arrays.copyOf(merge.texts, merge.count);
        index();
    }

    private void index() {
        int next = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            starts[bucket] = (char) next;
            while (next < runs.length && bucket(runs[next]) == bucket) {
                next++;
            }
        }
        starts[BUCKETS] = (char) next;
    }

    /** In the order of the runs, of which half are negative. */
    private static int bucket(int run) {
        return (run ^ Integer.MIN_VALUE) >>> 22;
    }

    /** One walk over what there was and what is new. */
    private static final class Merge {
        private final int bit;
        private final int[] other;
        private final int[] runs;
        private final char[] texts;
        private int next;
        private int count;

        Merge(int bit, int[] other, int most) {
            this.bit = bit;
            this.other = other;
            this.runs = new int[most];
            this.texts = new char[most];
        }

        void old(int run, int before) {
            while (next < other.length && other[next] < run) {
                add(other[next++], bit);
            }
            int now = before & ~bit;
            if (next < other.length && other[next] == run) {
                now |= bit;
                next++;
            }
            if (now != 0) {
                add(run, now);
            }
        }

        void rest() {
            while (next < other.length) {
                add(other[next++], bit);
            }
        }

        private void add(int run, int bits) {
            runs[count] = run;
            texts[count++] = (char) bits;
        }
    }

    /** The runs of a text, ascending. */
    int[] runs(int text) {
        int[] found = new int[runs.length];
        int count = 0;
        for (int at = 0; at < runs.length; at++) {
            if ((texts[at] & 1 << text) != 0) {
                found[count++] = runs[at];
            }
        }
        return Arrays.copyOf(found, count);
    }
}
