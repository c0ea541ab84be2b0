package dev.tocsin.enrich.copy;

import java.util.Arrays;

/**
 * One article from which a source's habits are learnt.
 *
 * @param article its number
 * @param length runs of five words in its text, each as often as it occurs
 * @param runs the runs as hashes, ascending, without doubles
 */
public record HabitText(int article, int length, int[] runs) {

    /**
     * @param shingles all runs of the text
     */
    public static HabitText of(int article, int[] shingles) {
        int[] runs = shingles.clone();
        Arrays.sort(runs);
        return new HabitText(
                article, shingles.length, Arrays.copyOf(runs, Sketch.withoutDoubles(runs)));
    }
}
