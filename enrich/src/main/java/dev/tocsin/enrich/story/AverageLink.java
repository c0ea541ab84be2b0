package dev.tocsin.enrich.story;

import java.util.ArrayList;
import java.util.List;

/**
 * Hierarchical clustering by average link: the two groups whose articles are most alike on average
 * become one, again and again, as long as they are alike enough.
 */
final class AverageLink {
    private final double[][] sums;
    private final List<List<Integer>> groups = new ArrayList<>();

    private AverageLink(double[][] similarities) {
        this.sums = new double[similarities.length][];
        for (int at = 0; at < similarities.length; at++) {
            sums[at] = similarities[at].clone();
            groups.add(new ArrayList<>(List.of(at)));
        }
    }

    /**
     * Groups of places, each ascending, in the order of their first. Time grows with the third
     * power of the number.
     *
     * @param similarities symmetric
     */
    static List<List<Integer>> group(double[][] similarities, double enough) {
        AverageLink grouping = new AverageLink(similarities);
        while (grouping.joinBest(enough)) {
            // until nothing is alike enough
        }
        List<List<Integer>> groups =
                grouping.groups.stream().filter(each -> !each.isEmpty()).toList();
        groups.forEach(each -> each.sort(null));
        return groups;
    }

    private boolean joinBest(double enough) {
        int best = -1;
        int partner = -1;
        double bestAverage = enough;
        for (int one = 0; one < groups.size(); one++) {
            for (int other = one + 1; other < groups.size(); other++) {
                double average = average(one, other);
                if (best < 0 ? average >= bestAverage : average > bestAverage) {
                    best = one;
                    partner = other;
                    bestAverage = average;
                }
            }
        }
        if (best >= 0) {
            join(best, partner);
        }
        return best >= 0;
    }

    private double average(int one, int other) {
        int pairs = groups.get(one).size() * groups.get(other).size();
        return pairs == 0 ? Double.NEGATIVE_INFINITY : sums[one][other] / pairs;
    }

    private void join(int one, int other) {
        groups.get(one).addAll(groups.get(other));
        groups.get(other).clear();
        for (int at = 0; at < sums.length; at++) {
            sums[one][at] += sums[other][at];
            sums[at][one] = sums[one][at];
        }
    }
}
