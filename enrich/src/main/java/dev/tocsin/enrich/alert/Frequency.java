package dev.tocsin.enrich.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Orders values by how often they come. */
final class Frequency {
    private Frequency() {}

    /** Each value once, the most frequent first, equals by name. */
    static List<String> mostFrequent(Stream<String> values) {
        Map<String, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        if (counts.size() < 2) {
            return List.copyOf(counts.keySet());
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
