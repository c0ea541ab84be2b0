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

    /** The heaviest ones in no order; of equal ones the latest. */
    int[] heaviest(int most) {
        long[] heap = new long[Math.min(most, count)];
        for (int at = 0; at < heap.length; at++) {
            heap[at] = ranked(used[at]);
        }
        Arrays.sort(heap);
        for (int at = heap.length; at < count; at++) {
            long ranked = ranked(used[at]);
            if (ranked > heap[0]) {
                sink(heap, ranked);
            }
        }
        int[] heaviest = new int[heap.length];
        Arrays.setAll(heaviest, at -> (int) heap[at]);
        return heaviest;
    }

    private long ranked(int slot) {
        return ((long) Float.floatToIntBits(weights[slot]) << 32) | articles[slot];
    }

    /** Takes the place of the lightest, which is on top. */
    private static void sink(long[] heap, long ranked) {
        int at = 0;
        for (int child = 1; child < heap.length; child = 2 * at + 1) {
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= ranked) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = ranked;
    }
}
