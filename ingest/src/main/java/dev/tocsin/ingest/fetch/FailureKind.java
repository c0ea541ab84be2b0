package dev.tocsin.ingest.fetch;

/** How much a failure weighs. */
public enum FailureKind {
    HARD(1),
    SOFT(0.5),
    TEMPORARY(0.25);

    private final double weight;

    FailureKind(double weight) {
        this.weight = weight;
    }

    /** Points of the failure score. */
    public double weight() {
        return weight;
    }
}
