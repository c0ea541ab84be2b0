package dev.tocsin.bench.polling;

import dev.tocsin.bench.measure.Statistics;

import java.util.ArrayList;
import java.util.List;

/** How many seconds after they were due polls began. Safe for many threads. */
final class Lateness {
    private final List<Double> seconds = new ArrayList<>();

    synchronized void add(double late) {
        seconds.add(late);
    }

    synchronized int polls() {
        return seconds.size();
    }

    synchronized double percentile(double percent) {
        return Statistics.percentile(seconds, percent);
    }

    synchronized double mean() {
        return seconds.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
