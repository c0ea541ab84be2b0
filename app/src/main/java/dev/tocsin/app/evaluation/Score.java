package dev.tocsin.app.evaluation;

/** Precision, recall and their harmonic mean, each from 0 to 1. */
public record Score(double precision, double recall) {

    /** Of counts; what is not there to be found counts as found. */
    static Score of(double right, double made, double wanted) {
        return new Score(made == 0 ? 1 : right / made, wanted == 0 ? 1 : right / wanted);
    }

    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
