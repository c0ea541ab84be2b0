package dev.tocsin.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** How event types that were found compare with the right ones. */
final class EventScores {
    private final SortedMap<String, Count> byType = new TreeMap<>();
    private int articles;

    /** What was right, found and both. */
    record Count(int gold, int found, int right) {
        static final Count NONE = new Count(0, 0, 0);

        Count plus(boolean isGold, boolean isFound) {
            return new Count(
                    gold + (isGold ? 1 : 0),
                    found + (isFound ? 1 : 0),
                    right + (isGold && isFound ? 1 : 0));
        }

        Count plus(Count other) {
            return new Count(gold + other.gold, found + other.found, right + other.right);
        }

        double precision() {
            return found == 0 ? 0 : (double) right / found;
        }

        double recall() {
            return gold == 0 ? 0 : (double) right / gold;
        }

        double f1() {
            return gold + found == 0 ? 0 : 2.0 * right / (gold + found);
        }
    }

    void add(Set<String> gold, Set<String> found) {
        articles++;
        Set<String> all = new TreeSet<>(gold);
        all.addAll(found);
        for (String type : all) {
            Count before = byType.getOrDefault(type, Count.NONE);
            byType.put(type, before.plus(gold.contains(type), found.contains(type)));
        }
    }

    SortedMap<String, Count> byType() {
        return byType;
    }

    int articles() {
        return articles;
    }

    Count micro() {
        return byType.values().stream().reduce(Count.NONE, Count::plus);
    }

    /** Over the types that occur in the gold. */
    double macroF1() {
        return byType.values().stream()
                .filter(count -> count.gold() > 0)
                .mapToDouble(Count::f1)
                .average()
                .orElse(0);
    }

    Map<String, Object> forMachines(int leftOut) {
        Map<String, Object> types = new LinkedHashMap<>();
        byType.forEach((type, count) -> types.put(type, plain(count)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("articles", articles);
        all.put("leftOut", leftOut);
        all.put("micro", plain(micro()));
        all.put("macroF1", macroF1());
        all.put("types", types);
        return all;
    }

    private static Map<String, Object> plain(Count count) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("gold", count.gold());
        plain.put("found", count.found());
        plain.put("right", count.right());
        plain.put("precision", count.precision());
        plain.put("recall", count.recall());
        plain.put("f1", count.f1());
        return plain;
    }
}
