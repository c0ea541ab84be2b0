package dev.tocsin.enrich.evaluate;

/**
 * How often a label was found rightly, missed, and found wrongly. Precision = hits / (hits +
 * wrong), recall = hits / (hits + misses), F1 their harmonic mean; each is 0 without a hit.
 */
public final class Tally {
    private int hits;
    private int misses;
    private int wrong;

    void add(boolean right, boolean found) {
        hits += right && found ? 1 : 0;
        misses += right && !found ? 1 : 0;
        wrong += !right && found ? 1 : 0;
    }

    /** Labels found that are right. */
    public int hits() {
        return hits;
    }

    /** Right labels that were not found. */
    public int misses() {
        return misses;
    }

    /** Labels found that are not right. */
    public int wrong() {
        return wrong;
    }

    /** Labels that should have been found. */
    public int gold() {
        return hits + misses;
    }

    public double precision() {
        return hits == 0 ? 0 : (double) hits / (hits + wrong);
    }

    public double recall() {
        return hits == 0 ? 0 : (double) hits / gold();
    }

    public double f1() {
        return hits == 0 ? 0 : 2.0 * hits / (2.0 * hits + misses + wrong);
    }
}
