package dev.tocsin.bench.pipeline;

import dev.tocsin.app.output.Table;
import dev.tocsin.bench.measure.Statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Medians of the rounds, and how the two sides compare. */
final class PipelineReport {
    private final Map<Step, List<Speed>> speeds = new EnumMap<>(Step.class);
    private final List<Double> rowsPerArticle = new ArrayList<>();

    void add(Map<Step, Speed> round, double rows) {
        round.forEach((step, speed) ->
                speeds.computeIfAbsent(step, each -> new ArrayList<>()).add(speed));
        rowsPerArticle.add(rows);
    }

    Table speeds() {
        Table table = new Table("STEP", "ARTICLES/S", "CPU S PER 1,000", "EACH ROUND");
        for (Step step : Step.values()) {
            table.row(
                    step.label(),
                    "%,.0f".formatted(median(step, Speed::perSecond)),
                    "%.3f".formatted(median(step, Speed::cpuPerThousand)),
                    rounds(step));
        }
        return table;
    }

    private String rounds(Step step) {
        return of(step).stream()
                .map(speed -> "%,.0f".formatted(speed.perSecond()))
                .collect(Collectors.joining(" | "));
    }

    String ratios() {
        double rows = Statistics.median(rowsPerArticle);
        return compare("end to end", Step.PIPELINE, Step.PLAIN_LIVE)
                + compare("enrich", Step.ENRICH, Step.PLAIN)
                + "sink: %.2f rows an article, %,.0f rows/s%n"
                        .formatted(rows, rows * median(Step.SINK, Speed::perSecond));
    }

    private String compare(String name, Step real, Step plain) {
        return "%s: %.2f of the plain loop's speed, %.1f times its CPU time%n"
                .formatted(
                        name,
                        median(real, Speed::perSecond) / median(plain, Speed::perSecond),
                        median(real, Speed::cpuPerThousand) / median(plain, Speed::cpuPerThousand));
    }

    private double median(Step step, ToDoubleFunction<Speed> figure) {
        return Statistics.median(of(step).stream().mapToDouble(figure).boxed().toList());
    }

    private List<Speed> of(Step step) {
        return speeds.getOrDefault(step, List.of());
    }

    static Table latencies(Map<String, List<Double>> millis, int rate) {
        Table table = new Table("LATENCY AT %d/S".formatted(rate), "ARTICLES", "P50 MS", "P99 MS");
        millis.forEach((place, values) ->
                table.row(
                        place,
                        values.size(),
                        "%.0f".formatted(Statistics.percentile(values, 50)),
                        "%.0f".formatted(Statistics.percentile(values, 99))));
        return table;
    }
}
