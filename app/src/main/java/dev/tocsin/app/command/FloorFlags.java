package dev.tocsin.app.command;

import picocli.CommandLine.Option;

import java.util.List;

/** How good the labelled examples have to come out. */
final class FloorFlags {
    @Option(
            names = "--floor-precision",
            paramLabel = "P",
            description = "Least precision, 0 to 1. Default: ${DEFAULT-VALUE}")
    private double precision = 0.9;

    @Option(
            names = "--floor-recall",
            paramLabel = "R",
            description = "Least recall, 0 to 1. Default: ${DEFAULT-VALUE}")
    private double recall = 0.8;

    /** What lies below. */
    List<String> below(ExampleRuns runs) {
        return runs.below(precision, recall);
    }
}
