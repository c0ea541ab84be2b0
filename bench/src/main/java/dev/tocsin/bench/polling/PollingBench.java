package dev.tocsin.bench.polling;

import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.app.output.Table;
import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.bench.measure.Temporary;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

@Command(
        name = "polling",
        description = {
            "How late polls begin with very many feeds on loopback, four to a host and two seconds",
            "apart there, in a process with the given heap and one processor: with all of them",
            "alive, and with a share that has just died, in turns. Feeds are written as if they",
            "had been polled for long; the measured time is a part of one interval."
        })
public final class PollingBench implements Callable<Integer> {
    private static final int PARTITIONS = 4;
    private static final Duration START_UP = Duration.ofSeconds(15);
    private static final int FEEDS_A_SECOND = 2_000;

    @Option(names = "--feeds", description = "Default: ${DEFAULT-VALUE}")
    private int feeds = 10_000;

    @Option(
            names = "--interval",
            description = "Seconds between two polls of a feed. Default: ${DEFAULT-VALUE}")
    private int interval = 300;

    @Option(names = "--seconds", description = "Measured in each run. Default: ${DEFAULT-VALUE}")
    private int seconds = 90;

    @Option(
            names = "--dead",
            description = "Share that has died, 0 to 1. Default: ${DEFAULT-VALUE}")
    private double dead = 0.2;

    @Option(names = "--heap", description = "Of the worker. Default: ${DEFAULT-VALUE}")
    private String heap = "512m";

    @Option(names = "--rounds", description = "Default: ${DEFAULT-VALUE}")
    private int rounds = 3;

    private final List<PollingFigures> allAlive = new ArrayList<>();
    private final List<PollingFigures> someDead = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        out.println(Machine.describe());
        out.printf(
                "%,d feeds every %d s, %d s measured, %d rounds, worker with -Xmx%s and one processor%n",
                feeds, interval, seconds, rounds, heap);
        for (int round = 0; round < rounds; round++) {
            allAlive.add(run(scene(0)));
            someDead.add(run(scene(dead)));
        }
        out.print(table());
        out.printf(
                "with %.0f %% dead: the others' p99 is %.2f times, their mean %.2f times; the"
                        + " difference of the means is %.3f %% of the interval%n",
                dead * 100,
                ratio(PollingFigures::p99Late),
                ratio(PollingFigures::meanLate),
                100
                        * (median(someDead, PollingFigures::meanLate)
                                - median(allAlive, PollingFigures::meanLate))
                        / interval);
        return 0;
    }

    private Scene scene(double deadShare) {
        return new Scene(
                feeds, deadShare, Duration.ofSeconds(interval), Duration.ofSeconds(seconds), heap);
    }

    private PollingFigures run(Scene scene) throws IOException, InterruptedException {
        try (Temporary temporary = Temporary.create();
                EmbeddedKafka kafka = EmbeddedKafka.start(temporary.folder());
                FeedWorld world = FeedWorld.open(scene.interval())) {
            Instant start = Instant.now().plus(START_UP).plusSeconds(2L * feeds / FEEDS_A_SECOND);
            new Registration(
                            Map.of("bootstrap.servers", kafka.bootstrap()),
                            new RecordSerdes(RecordFormat.of(Optional.empty())))
                    .write(world, scene, PARTITIONS, start);
            return work(scene, kafka.bootstrap(), start);
        }
    }

    private static PollingFigures work(Scene scene, String bootstrap, Instant start)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + scene.heap(),
                                "-XX:+UseSerialGC",
                                "-XX:ActiveProcessorCount=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.tocsin.schemas",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PollingWorker.class.getName(),
                                bootstrap,
                                Long.toString(start.toEpochMilli())));
        command.addAll(scene.arguments());
        Process worker = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(PollingFigures::isLine)
                    .findFirst()
                    .map(PollingFigures::of)
                    .orElseThrow(() -> new IllegalStateException("the worker brought no figures"));
        } finally {
            worker.destroyForcibly().waitFor();
        }
    }

    private Table table() {
        Table table =
                new Table(
                        "FEEDS",
                        "POLLS/S",
                        "OF DEAD",
                        "LATE: MEAN S",
                        "P50 S",
                        "P99 S",
                        "MOST S",
                        "CORES",
                        "HEAP MIB",
                        "ARTICLES");
        row(table, "all alive", allAlive);
        row(table, "%.0f %% dead".formatted(dead * 100), someDead);
        return table;
    }

    private void row(Table table, String name, List<PollingFigures> figures) {
        table.row(
                name,
                "%.1f".formatted(median(figures, f -> f.livePolls()) / seconds),
                "%.1f".formatted(median(figures, f -> f.deadPolls()) / seconds),
                "%.3f".formatted(median(figures, PollingFigures::meanLate)),
                "%.3f".formatted(median(figures, PollingFigures::medianLate)),
                "%.3f".formatted(median(figures, PollingFigures::p99Late)),
                "%.3f".formatted(median(figures, PollingFigures::mostLate)),
                "%.2f".formatted(median(figures, PollingFigures::cores)),
                "%.0f".formatted(median(figures, f -> f.heapMib())),
                "%.0f".formatted(median(figures, f -> f.articles())));
    }

    private double ratio(ToDoubleFunction<PollingFigures> which) {
        return median(someDead, which) / median(allAlive, which);
    }

    private static double median(
            List<PollingFigures> figures, ToDoubleFunction<PollingFigures> which) {
        return Statistics.median(figures.stream().mapToDouble(which).boxed().toList());
    }
}
