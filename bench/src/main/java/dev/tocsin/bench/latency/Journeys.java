package dev.tocsin.bench.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When each article that is to raise an alert left, and when the webhook that tells of it came. */
final class Journeys {
    private final Map<Integer, Long> leftNanos = new ConcurrentHashMap<>();
    private final Map<Integer, Long> cameNanos = new ConcurrentHashMap<>();

    void left(int number) {
        leftNanos.put(number, System.nanoTime());
    }

    /** Only the first webhook counts. */
    void came(int number) {
        cameNanos.putIfAbsent(number, System.nanoTime());
    }

    int left() {
        return leftNanos.size();
    }

    int came() {
        return cameNanos.size();
    }

    /** Of the articles that left between the two moments; those whose webhook is missing apart. */
    Times between(long fromNanos, long toNanos) {
        List<Double> millis = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        for (Map.Entry<Integer, Long> each : leftNanos.entrySet()) {
            if (each.getValue() >= fromNanos && each.getValue() < toNanos) {
                Optional<Long> came = Optional.ofNullable(cameNanos.get(each.getKey()));
                came.ifPresent(moment -> millis.add((moment - each.getValue()) / 1e6));
                if (came.isEmpty()) {
                    missing.add(each.getKey());
                }
            }
        }
        return new Times(millis, missing);
    }

    /**
     * @param missing numbers of articles
     */
    record Times(List<Double> millis, List<Integer> missing) {
        double missingPart() {
            return missing.isEmpty()
                    ? 0
                    : (double) missing.size() / (missing.size() + millis.size());
        }
    }
}
