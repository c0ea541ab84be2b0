package dev.tocsin.enrich.copy;

import java.util.Arrays;

/**
 * One article from which a source's habits are learnt.
 *
 * @param article its number
 * @param length runs of five words in its text, each as often as it occurs
 * @param runs the runs, as hashes of {@link HabitTable#BITS} bits, ascending, without doubles
 */
public record HabitText(int article, int length, int[] runs) {

    /**
     * @param shingles all runs of the text
     */
    public static HabitText of(int article, int[] shingles) {
        int[] runs = Arrays.stream(shingles).map(HabitTable::run).sorted().distinct().toArray();
        return new HabitText(article, shingles.length, runs);
    }
}
