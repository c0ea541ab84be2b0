package dev.tocsin.enrich.story;

/**
 * The terms of an article, each with what it weighs.
 *
 * @param ids ascending, without doubles; odd ones are features, even ones words
 * @param weights of length 1 all together
 * @param titleShares share of the title's weight; 0 for terms that the title does not have
 * @param order places in {@code ids} of the first terms of the text, title first
 */
public record Terms(int[] ids, float[] weights, float[] titleShares, int[] order) {
    /** How many terms are known in the order of the text. */
    static final int FIRST = 32;

    private static final int FEATURE = 1;

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
