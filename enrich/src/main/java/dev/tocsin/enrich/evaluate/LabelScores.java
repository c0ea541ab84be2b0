package dev.tocsin.enrich.evaluate;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Scores of a labelling with any number of labels for each item. */
public final class LabelScores {
    private final SortedMap<String, Tally> byLabel = new TreeMap<>();
    private final Tally micro = new Tally();

    /**
     * Compares the labels found in one item with the right ones.
     *
     * @param optional labels that are neither right nor wrong
     */
    void judge(Set<String> gold, Set<String> optional, Set<String> found) {
        Set<String> judged = new TreeSet<>(gold);
        judged.addAll(found);
        for (String label : judged) {
            boolean right = gold.contains(label);
            if (right || !optional.contains(label)) {
                add(label, right, found.contains(label));
            }
        }
    }

    void add(String label, boolean right, boolean found) {
        byLabel.computeIfAbsent(label, _ -> new Tally()).add(right, found);
        micro.add(right, found);
    }

    /** All labels as one. */
    public Tally micro() {
        return micro;
    }

    /** Mean F1 of the labels that are right at least so often; 0 if there is none. */
    public double macroF1(int fewestGold) {
        return byLabel.values().stream()
                .filter(tally -> tally.gold() >= fewestGold)
                .mapToDouble(Tally::f1)
                .average()
                .orElse(0);
    }

    /** By label. */
    public SortedMap<String, Tally> byLabel() {
        return Collections.unmodifiableSortedMap(byLabel);
    }
}
