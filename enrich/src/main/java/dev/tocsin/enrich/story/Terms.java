package dev.tocsin.enrich.story;

import java.util.Arrays;

/**
 * The terms of an article, each with what it weighs, in little room: weights and shares are whole
 * numbers of small parts.
 *
 * @param ids ascending, without doubles; odd ones are features, even ones words
 * @param weights in the upper 15 bits the weight in parts of {@link #WEIGHT}; the lowest bit is set
 *     for the first terms of the text, title first
 * @param title the title's terms by place in {@code ids}, ascending: place in the upper 16 bits,
 *     share of the title's weight in parts of {@link #SHARE} in the lower
 */
public record Terms(int[] ids, char[] weights, int[] title) {
    /** How many terms are known as the first of the text. */
    static final int FIRST = 32;

    /** A weight of 1; those of an article have the length 1 all together. */
    static final int WEIGHT = (1 << 15) - 1;

    /** The whole title. */
    static final int SHARE = (1 << 16) - 1;

    private static final int FEATURE = 1;

    /**
     * @param titleShares 0 for terms that the title does not have
     * @param first places in {@code ids} of the first terms of the text
     */
    static Terms of(int[] ids, float[] weights, float[] titleShares, int[] first) {
        char[] packed = new char[ids.length];
        int[] title = new int[ids.length];
        int titled = 0;
        for (int place = 0; place < ids.length; place++) {
            packed[place] = (char) (Math.round(weights[place] * WEIGHT) << 1);
            if (titleShares[place] > 0) {
                title[titled++] = place << 16 | Math.round(titleShares[place] * SHARE);
            }
        }
        for (int place : first) {
            packed[place] |= 1;
        }
        return new Terms(ids, packed, Arrays.copyOf(title, titled));
    }

    /** In parts of {@link #WEIGHT}. */
    int weight(int place) {
        return weights[place] >>> 1;
    }

    boolean isFirst(int place) {
        return (weights[place] & 1) != 0;
    }

    static int titlePlace(int titled) {
        return titled >>> 16;
    }

    /** In parts of {@link #SHARE}. */
    static int titleShare(int titled) {
        return titled & SHARE;
    }

    static int feature(int hash) {
        return hash | FEATURE;
    }

    static int word(int hash) {
        return hash & ~FEATURE;
    }

    static boolean isFeature(int id) {
        return (id & FEATURE) != 0;
    }
}
