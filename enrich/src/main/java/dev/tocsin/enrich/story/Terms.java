package dev.tocsin.enrich.story;

import java.util.Arrays;

/**
 * The terms of an article, each with what it weighs.
 *
 * @param ids ascending, without doubles; even ones are words, odd ones are of no language: names of
 *     places and actors, numbers, labels
 * @param weights of length 1 all together; those of the first terms of the text, title first, have
 *     the sign bit set
 * @param title the title's terms: place in {@code ids} in the upper 32 bits, ascending; share of
 *     the title's weight in the lower, as the bits of a float
 */
public record Terms(int[] ids, float[] weights, long[] title) {
    /** How many terms are known as the first of the text. */
    static final int FIRST = 32;

    private static final int OF_NO_LANGUAGE = 1;
    private static final int LABEL = 2;

    /**
     * @param titleShares 0 for terms that the title does not have
     * @param first places in {@code ids} of the first terms of the text
     */
    static Terms of(int[] ids, float[] weights, float[] titleShares, int[] first) {
        float[] signed = weights.clone();
        for (int place : first) {
            signed[place] = -signed[place];
        }
        long[] title = new long[ids.length];
        int titled = 0;
        for (int place = 0; place < ids.length; place++) {
            if (titleShares[place] > 0) {
                title[titled++] = (long) place << 32 | Float.floatToIntBits(titleShares[place]);
            }
        }
        return new Terms(ids, signed, Arrays.copyOf(title, titled));
    }

    float weight(int place) {
        return Math.abs(weights[place]);
    }

    boolean isFirst(int place) {
        return Float.floatToRawIntBits(weights[place]) < 0;
    }

    static int titlePlace(long titled) {
        return (int) (titled >>> 32);
    }

    static float titleShare(long titled) {
        return Float.intBitsToFloat((int) titled);
    }

    static int word(int hash) {
        return hash & ~OF_NO_LANGUAGE;
    }

    /** What distinguishes a happening in any language. */
    static int feature(int hash) {
        return (hash & ~LABEL) | OF_NO_LANGUAGE;
    }

    /** What a whole war has in common. */
    static int label(int hash) {
        return hash | LABEL | OF_NO_LANGUAGE;
    }

    static boolean isOfNoLanguage(int id) {
        return (id & OF_NO_LANGUAGE) != 0;
    }

    /** Only of ids that are of no language. */
    static boolean isLabel(int id) {
        return (id & LABEL) != 0;
    }
}
