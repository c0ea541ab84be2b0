package dev.tocsin.enrich.alert.rate;

import java.util.List;

/**
 * What is usual: median and spread of former counts. The spread is the median absolute deviation
 * times 1.4826, which for normal data is the standard deviation and which a few odd weeks do not
 * move. It is never less than the square root of the median, as counts of independent happenings
 * vary by that much of themselves, and never less than one.
 *
 * @param weeks how many counts stand behind it
 */
public record Baseline(double median, double spread, int weeks) {

    private static final double TO_STANDARD_DEVIATION = 1.4826;

    /** The baseline of at least one count. */
    static Baseline of(List<Integer> counts) {
        double median = median(counts.stream().map(Integer::doubleValue).toList());
        double deviation = median(counts.stream().map(count -> Math.abs(count - median)).toList());
        double floor = Math.max(1, Math.sqrt(median));
        return new Baseline(
                median, Math.max(floor, TO_STANDARD_DEVIATION * deviation), counts.size());
    }

    /** How many spreads a count lies above the median. */
    public double deviations(int count) {
        return (count - median) / spread;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
