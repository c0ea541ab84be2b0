package dev.tocsin.enrich.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Orders values by how often they come. */
final class Frequency {
    private Frequency() {}

    /** Each value once, the most frequent first, equals by name. */
    static List<String> mostFrequent(Stream<String> values) {
        Map<String, Long> counts =
                values.collect(
                        Collectors.groupingBy(
                                Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
