package dev.tocsin.enrich.copy;

import java.util.Arrays;

/**
 * What is remembered of a text to know it again: the smallest of its shingles, which are a fair
 * sample of them (bottom-k, Broder 1997), and a MinHash signature for finding it. Of each sampled
 * shingle the upper half is kept: by chance a text of 4,000 characters has one in a hundred of
 * another's, a shorter one fewer.
 *
 * @param sample ascending
 * @param size how many there are
 * @param bands one hash for each band of the signature; texts that share one are compared
 */
public record Sketch(char[] sample, int size, int[] bands) {
    private static final int SAMPLE = 192;

    /** A text with fewer shingles of its own says too little to be anybody's copy. */
    static final int FEWEST = 8;

    /** A text so many times as long is much longer. */
    private static final int LONGER = 2;

    /** Of an empty text: nothing is its copy. */
    static final Sketch EMPTY = new Sketch(new char[0], 0, new int[0]);

    static Sketch of(int[] shingles, int count) {
        if (count < FEWEST) {
            return EMPTY;
        }
        int[] sorted = Arrays.copyOf(shingles, count);
        Arrays.sort(sorted);
        int distinct = withoutDoubles(sorted);
        int[] smallest = Arrays.copyOf(sorted, Math.min(distinct, SAMPLE));
        return new Sketch(sample(smallest), distinct, MinHash.bands(shingles, count));
    }

    /**
     * The upper halves of shingles.
     *
     * @param shingles ascending
     */
    public static char[] sample(int[] shingles) {
        char[] sample = new char[shingles.length];
        for (int at = 0; at < sample.length; at++) {
            // As characters they have no sign.
            sample[at] = (char) ((shingles[at] ^ Integer.MIN_VALUE) >>> 16);
        }
        return sample;
    }

    /** Moves what is left without doubles to the front; returns how many that are. */
    static int withoutDoubles(int[] sorted) {
        int kept = 0;
        for (int at = 0; at < sorted.length; at++) {
            if (at == 0 || sorted[at] != sorted[at - 1]) {
                sorted[kept++] = sorted[at];
            }
        }
        return kept;
    }

    boolean isEmpty() {
        return sample.length == 0;
    }

    /**
     * Whether one may be a copy of the other, for all their lengths: a short text that a much
     * longer one has somewhere in the middle is quoted there, not copied.
     */
    boolean fits(Sketch other) {
        return Math.min(size, other.size) * LONGER >= Math.max(size, other.size)
                || MinHash.beginAlike(bands, other.bands);
    }

    /**
     * The share of the shorter text's shingles that the other has too, estimated from the part of
     * the samples that both cover.
     */
    double containment(Sketch other) {
        int limit = Math.min(limit(), other.limit());
        int mine = 0;
        int theirs = 0;
        int shared = 0;
        while (mine < sample.length
                && theirs < other.sample.length
                && sample[mine] <= limit
                && other.sample[theirs] <= limit) {
            int order = Integer.compare(sample[mine], other.sample[theirs]);
            shared += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        int fewest = Math.min(countUpTo(limit), other.countUpTo(limit));
        return fewest < FEWEST / 2 ? 0 : (double) shared / fewest;
    }

    private int limit() {
        return size == sample.length ? Integer.MAX_VALUE : sample[sample.length - 1];
    }

    private int countUpTo(int limit) {
        int count = sample.length;
        while (count > 0 && sample[count - 1] > limit) {
            count--;
        }
        return count;
    }
}
