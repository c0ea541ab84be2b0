package dev.tocsin.enrich.copy;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The sketches of a window of articles, found by any band of their signature. Articles are numbered
 * upwards without a gap; what is older than the oldest number is gone without being removed: it
 * lies at the end of every chain. Not for many threads.
 */
final class CopyIndex {
    /** The shorter text is a copy if the other has so much of it. */
    private static final double COPY = 0.55;

    /** Links of a chain that are followed: a text with more copies is found by the latest ones. */
    private static final int LONGEST_CHAIN = 48;

    private static final int NONE = -1;

    private Sketch[] sketches = new Sketch[1 << 10];
    private int[] older = new int[(1 << 10) * MinHash.BANDS];
    private int[] heads = emptyHeads(1 << 10);
    private int next;
    private int oldest;

    /** The number of the best match among the articles that the condition admits, else -1. */
    int find(Sketch sketch, IntPredicate sameSubject) {
        int best = NONE;
        double bestShare = COPY;
        for (int band = 0; band < sketch.bands().length; band++) {
            int at = heads[head(band, sketch.bands()[band])];
            for (int link = 0; at >= oldest && link < LONGEST_CHAIN; link++) {
                double share = at == best ? 0 : share(sketch, at, band);
                if (isBetter(share, at, bestShare, best) && sameSubject.test(at)) {
                    best = at;
                    bestShare = share;
                }
                at = older[place(at) * MinHash.BANDS + band];
            }
        }
        return best;
    }

    /** The older of two equally good, so that the answer does not depend on the bands. */
    private static boolean isBetter(double share, int at, double bestShare, int best) {
        return best == NONE
                ? share >= bestShare
                : share > bestShare || (share == bestShare && at < best);
    }

    private double share(Sketch sketch, int at, int band) {
        Sketch other = sketches[place(at)];
        return other.bands()[band] == sketch.bands()[band] && sketch.fits(other)
                ? sketch.containment(other)
                : 0;
    }

    /** Enters the next article; one with an empty sketch is nobody's copy. */
    void add(Sketch sketch) {
        if (next - oldest == sketches.length) {
            grow();
        }
        int number = next++;
        sketches[place(number)] = sketch;
        link(number);
    }

    private void link(int number) {
        int[] bands = sketches[place(number)].bands();
        for (int band = 0; band < bands.length; band++) {
            int head = head(band, bands[band]);
            older[place(number) * MinHash.BANDS + band] = heads[head];
            heads[head] = number;
        }
    }

    void forgetBefore(int number) {
        for (; oldest < number; oldest++) {
            sketches[place(oldest)] = Sketch.EMPTY;
        }
    }

    /** Begins with the given number; for a window that is restored. */
    void startAt(int number) {
        next = number;
        oldest = number;
    }

    private void grow() {
        Sketch[] before = sketches;
        sketches = new Sketch[before.length * 2];
        older = new int[sketches.length * MinHash.BANDS];
        heads = emptyHeads(sketches.length);
        for (int number = oldest; number < next; number++) {
            sketches[place(number)] = before[number & (before.length - 1)];
            link(number);
        }
    }

    private int place(int number) {
        return number & (sketches.length - 1);
    }

    private int head(int band, int hash) {
        int perBand = heads.length / MinHash.BANDS;
        return band * perBand + (hash & (perBand - 1));
    }

    private static int[] emptyHeads(int perBand) {
        int[] heads = new int[perBand * MinHash.BANDS];
        Arrays.fill(heads, NONE);
        return heads;
    }
}
