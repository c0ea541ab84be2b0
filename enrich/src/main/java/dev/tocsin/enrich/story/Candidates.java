package dev.tocsin.enrich.story;

import java.util.Arrays;

/** Articles that share terms with another, with the weight of what they share. Reused. */
final class Candidates {
    private static final int SLOTS = 1 << 12;

    private final int[] articles = new int[SLOTS];
    private final float[] weights = new float[SLOTS];
    private final int[] used = new int[SLOTS / 2];
    private int count;

    Candidates() {
        Arrays.fill(articles, -1);
    }

    void clear() {
        for (int at = 0; at < count; at++) {
            articles[used[at]] = -1;
        }
        count = 0;
    }

    void add(int article, float weight) {
        int slot = slot(article);
        if (articles[slot] < 0) {
            if (count == used.length) {
                return;
            }
            articles[slot] = article;
            weights[slot] = 0;
            used[count++] = slot;
        }
        weights[slot] += weight;
    }

    private int slot(int article) {
        int slot = (article * 0x9E3779B9) >>> 20;
        while (articles[slot] >= 0 && articles[slot] != article) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    /** The heaviest ones, the heaviest first; of equal ones the latest. */
    int[] heaviest(int most) {
        long[] ranked = new long[count];
        for (int at = 0; at < count; at++) {
            long weight = Float.floatToIntBits(weights[used[at]]);
            ranked[at] = (weight << 32) | articles[used[at]];
        }
        Arrays.sort(ranked);
        int[] heaviest = new int[Math.min(most, count)];
        for (int at = 0; at < heaviest.length; at++) {
            heaviest[at] = (int) ranked[count - 1 - at];
        }
        return heaviest;
    }
}
