package dev.tocsin.bench.polling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one run of the worker brought. Lateness in seconds, of the feeds whose servers answer.
 *
 * @param livePolls of feeds whose servers answer
 * @param cores CPU seconds of the worker a second
 * @param heapMib what is in use after a full collection at the end
 */
record PollingFigures(
        long livePolls,
        long deadPolls,
        double meanLate,
        double medianLate,
        double p99Late,
        double mostLate,
        double cores,
        long heapMib,
        long articles) {
    private static final String MARK = "figures";

    /** As the worker prints it. */
    String line() {
        return Stream.of(
                        MARK,
                        livePolls,
                        deadPolls,
                        meanLate,
                        medianLate,
                        p99Late,
                        mostLate,
                        cores,
                        heapMib,
                        articles)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    static boolean isLine(String text) {
        return text.startsWith(MARK + " ");
    }

    static PollingFigures of(String line) {
        List<Double> values = Arrays.stream(line.split(" ")).skip(1).map(Double::valueOf).toList();
        return new PollingFigures(
                values.get(0).longValue(),
                values.get(1).longValue(),
                values.get(2),
                values.get(3),
                values.get(4),
                values.get(5),
                values.get(6),
                values.get(7).longValue(),
                values.get(8).longValue());
    }
}
