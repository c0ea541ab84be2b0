package dev.tocsin.bench.startup;

import dev.tocsin.app.output.Table;
import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.bench.measure.Temporary;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

@Command(
        name = "startup",
        description =
                "Seconds until the demo's page answers and shows its first tagged article: on a new"
                        + " data folder, after a clean stop, after kill -9.")
public final class StartupBench implements Callable<Integer> {
    @Option(names = "--rounds", description = "Default: ${DEFAULT-VALUE}")
    private int rounds = 3;

    @Option(names = "--launcher", description = "Default: the tocsin beside this program's folder")
    private Path launcher = Path.of(System.getProperty("tocsin.launcher", "tocsin"));

    private final Map<String, List<StartTimes>> times = new LinkedHashMap<>();
    private final List<Double> stopSeconds = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        out.println(Machine.describe());
        build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int round = 0; round < rounds; round++) {
                round(http);
            }
        }
        out.print(table());
        out.printf("clean stop: %.1f s%n", Statistics.median(stopSeconds));
        return 0;
    }

    /** The launcher builds when sources are newer; that must not happen while we measure. */
    private void build() throws IOException, InterruptedException {
        int code =
                new ProcessBuilder(launcher.toString(), "--version")
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.INHERIT)
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IllegalStateException(launcher + " --version ends with exit code " + code);
        }
    }

    private void round(HttpClient http) throws IOException, InterruptedException {
        try (Temporary temporary = Temporary.create()) {
            Path data = temporary.folder().resolve("data");
            try (DemoProcess demo = DemoProcess.start(launcher, data, http)) {
                add("new data folder", demo);
                stopSeconds.add(demo.stop());
            }
            try (DemoProcess demo = DemoProcess.start(launcher, data, http)) {
                add("again, after a clean stop", demo);
                demo.kill();
            }
            try (DemoProcess demo = DemoProcess.start(launcher, data, http)) {
                add("again, after kill -9", demo);
            }
        }
    }

    private void add(String kind, DemoProcess demo) {
        times.computeIfAbsent(kind, each -> new ArrayList<>()).add(demo.times());
    }

    private Table table() {
        Table table =
                new Table("START", "PAGE ANSWERS, S", "TAGGED ARTICLE, S", "CPU S", "EACH ROUND");
        times.forEach((kind, each) ->
                table.row(
                        kind,
                        median(each, StartTimes::page),
                        median(each, StartTimes::article),
                        median(each, StartTimes::cpu),
                        rounds(each)));
        return table;
    }

    private static String median(List<StartTimes> times, ToDoubleFunction<StartTimes> which) {
        return "%.1f"
                .formatted(Statistics.median(times.stream().mapToDouble(which).boxed().toList()));
    }

    private static String rounds(List<StartTimes> times) {
        return times.stream()
                .map(each -> "%.1f, %.1f".formatted(each.page(), each.article()))
                .collect(Collectors.joining(" | "));
    }
}
