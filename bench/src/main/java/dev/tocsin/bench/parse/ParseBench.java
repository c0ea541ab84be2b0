package dev.tocsin.bench.parse;

import dev.tocsin.app.output.Table;
import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Statistics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "parse",
        description = "Feed parsing beside plain ROME and a bare StAX scan, on one thread.")
public final class ParseBench implements Callable<Integer> {
    private static final String PLAIN_ROME = "plain ROME";

    @Option(names = "--documents", description = "Of each layout. Default: ${DEFAULT-VALUE}")
    private int documents = 20;

    @Option(names = "--passes", description = "Over them in a round. Default: ${DEFAULT-VALUE}")
    private int passes = 5;

    @Option(names = "--rounds", description = "Rounds that count. Default: ${DEFAULT-VALUE}")
    private int rounds = 7;

    @Option(names = "--warm-up", description = "Rounds before them. Default: ${DEFAULT-VALUE}")
    private int warmUp = 5;

    @Option(names = "--seed", description = "Of the texts. Default: ${DEFAULT-VALUE}")
    private long seed = 20_261_128;

    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        out.println(Machine.describe());
        out.printf(
                "seed %d, %d documents of each layout, %d rounds after %d to warm up; CPU time%n",
                seed, documents, rounds, warmUp);
        Map<Layout, List<FeedDocument>> feeds = new EnumMap<>(Layout.class);
        for (Layout layout : Layout.values()) {
            feeds.put(layout, FeedDocument.list(layout, seed, documents));
        }
        Map<Layout, Map<String, Double>> micros = measure(feeds);
        feeds.forEach((layout, list) ->
                report(out, layout.label, list, micros.getOrDefault(layout, Map.of())));
        all(out, feeds, micros);
        return 0;
    }

    /** All readers and layouts in turns, so that a disturbance meets all of them. */
    private Map<Layout, Map<String, Double>> measure(Map<Layout, List<FeedDocument>> feeds)
            throws Exception {
        Map<Layout, Map<String, List<Double>>> costs = new EnumMap<>(Layout.class);
        List<Reader> readers = Reader.all();
        for (int round = 0; round < warmUp + rounds; round++) {
            for (Layout layout : Layout.values()) {
                for (Reader reader : readers) {
                    Cost cost = Cost.of(reader, feeds.getOrDefault(layout, List.of()), passes);
                    if (round >= warmUp) {
                        costs.computeIfAbsent(layout, _ -> new LinkedHashMap<>())
                                .computeIfAbsent(reader.label(), _ -> new ArrayList<>())
                                .add(cost.cpuMicros());
                    }
                }
            }
        }
        Map<Layout, Map<String, Double>> medians = new EnumMap<>(Layout.class);
        costs.forEach((layout, each) -> medians.put(layout, medians(each)));
        return medians;
    }

    private static Map<String, Double> medians(Map<String, List<Double>> costs) {
        Map<String, Double> medians = new LinkedHashMap<>();
        costs.forEach((reader, each) -> medians.put(reader, Statistics.median(each)));
        return medians;
    }

    private static void report(
            PrintStream out, String label, List<FeedDocument> feeds, Map<String, Double> micros) {
        double bytes = feeds.stream().mapToInt(feed -> feed.bytes().length).average().orElse(0);
        double entries = feeds.stream().mapToInt(FeedDocument::entries).average().orElse(0);
        print(
                out,
                "%s, %.0f KB, %.0f ENTRIES".formatted(label, bytes / 1e3, entries),
                bytes,
                entries,
                micros);
    }

    private static void all(
            PrintStream out,
            Map<Layout, List<FeedDocument>> feeds,
            Map<Layout, Map<String, Double>> micros) {
        Map<String, Double> sums = new LinkedHashMap<>();
        micros.values()
                .forEach(each -> each.forEach((name, cost) -> sums.merge(name, cost, Double::sum)));
        double bytes = 0;
        double entries = 0;
        for (List<FeedDocument> list : feeds.values()) {
            bytes += list.stream().mapToInt(feed -> feed.bytes().length).average().orElse(0);
            entries += list.stream().mapToInt(FeedDocument::entries).average().orElse(0);
        }
        print(out, "ALL TOGETHER, ONE OF EACH", bytes, entries, sums);
    }

    private static void print(
            PrintStream out,
            String heading,
            double bytes,
            double entries,
            Map<String, Double> micros) {
        Table table =
                new Table(heading, "MB/S", "ENTRIES/S", "CPU US/DOC", "TIMES PLAIN ROME'S SPEED");
        double rome = micros.getOrDefault(PLAIN_ROME, 0.0);
        micros.forEach((reader, cost) ->
                table.row(
                        reader,
                        "%.1f".formatted(bytes / cost),
                        "%,.0f".formatted(entries / cost * 1e6),
                        "%,.0f".formatted(cost),
                        "%.2f".formatted(rome / cost)));
        out.print(table);
    }
}
