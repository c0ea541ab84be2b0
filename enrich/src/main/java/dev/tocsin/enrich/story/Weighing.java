package dev.tocsin.enrich.story;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** From terms as they occur to terms with weights: once logarithmic in their number. */
final class Weighing {
    private final int[] ids;
    private final float[] weights;
    private final float[] titleShares;
    private final long[] firsts;
    private int count;
    private double length;
    private double title;

    /**
     * @param sorted term in the upper half, place in the text in the lower, ascending
     * @param times how often the word at each place counts; twice in the title
     */
    Weighing(long[] sorted, byte[] times, IntToDoubleFunction rarity) {
        ids = new int[sorted.length];
        weights = new float[sorted.length];
        titleShares = new float[sorted.length];
        firsts = new long[sorted.length];
        for (int from = 0; from < sorted.length; ) {
            int id = (int) (sorted[from] >> 32);
            int to = from;
            int sum = 0;
            for (; to < sorted.length && (int) (sorted[to] >> 32) == id; to++) {
                sum += times[(int) sorted[to]];
            }
            int first = (int) sorted[from];
            add(id, first, sum, times[first] > 1, rarity.applyAsDouble(id));
            from = to;
        }
    }

    private void add(int id, int first, int times, boolean inTitle, double rarity) {
        double weight = (1 + Math.log(times)) * rarity;
        ids[count] = id;
        weights[count] = (float) weight;
        titleShares[count] = inTitle ? (float) rarity : 0;
        firsts[count] = ((long) first << 32) | count;
        length += weight * weight;
        title += inTitle ? rarity : 0;
        count++;
    }

    Terms terms() {
        float norm = length == 0 ? 1 : (float) Math.sqrt(length);
        for (int at = 0; at < count; at++) {
            weights[at] /= norm;
            titleShares[at] /= title == 0 ? 1 : (float) title;
        }
        long[] inOrder = Arrays.copyOf(firsts, count);
        Arrays.sort(inOrder);
        return Terms.of(
                Arrays.copyOf(ids, count),
                Arrays.copyOf(weights, count),
                Arrays.copyOf(titleShares, count),
                Arrays.stream(inOrder).limit(Terms.FIRST).mapToInt(each -> (int) each).toArray());
    }
}
