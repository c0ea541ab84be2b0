package dev.tocsin.enrich.copy;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Locality-sensitive hashing by minima (Broder 1997). Each band is one minimum: runs of five words
 * are so seldom shared by chance that no more is needed to leave strangers out. Eight bands over
 * the whole text find texts that share a third of their shingles, eight over its beginning find the
 * short text that a longer one goes on from.
 */
final class MinHash {
    static final int BANDS = 16;
    private static final int WHOLE = 8;
    private static final int BEGINNING_SHINGLES = 40;
    private static final int[] FACTORS = oddNumbers(BANDS, 0x70C51);

    private MinHash() {}

    static int[] bands(int[] shingles, int count) {
        int[] bands = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            int of = band < WHOLE ? count : Math.min(count, BEGINNING_SHINGLES);
            bands[band] = Hashes.mix(minimum(shingles, of, FACTORS[band]));
        }
        return bands;
    }

    /** Whether the beginnings of two texts share a band. */
    static boolean beginAlike(int[] bands, int[] others) {
        for (int band = WHOLE; band < Math.min(bands.length, others.length); band++) {
            if (bands[band] == others[band]) {
                return true;
            }
        }
        return false;
    }

    private static int minimum(int[] shingles, int count, int factor) {
        int minimum = Integer.MAX_VALUE;
        for (int at = 0; at < count; at++) {
            int hash = shingles[at] * factor;
            minimum = Math.min(minimum, hash ^ (hash >>> 15));
        }
        return minimum;
    }

    private static int[] oddNumbers(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] numbers = new int[count];
        Arrays.setAll(numbers, at -> random.nextInt() | 1);
        return numbers;
    }
}
