package dev.tocsin.bench.measure;

import java.util.Arrays;
import java.util.Collection;

/** Medians and percentiles of plain numbers. */
public final class Statistics {
    private Statistics() {}

    /**
     * The middle value, or the mean of the middle two.
     *
     * @throws IllegalArgumentException if there are no values
     */
    public static double median(Collection<Double> values) {
        double[] sorted = sorted(values);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * The smallest value that at least so many percent do not exceed.
     *
     * @throws IllegalArgumentException if there are no values
     */
    public static double percentile(Collection<Double> values, double percent) {
        double[] sorted = sorted(values);
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    private static double[] sorted(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
