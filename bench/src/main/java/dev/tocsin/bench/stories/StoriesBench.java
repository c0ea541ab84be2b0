package dev.tocsin.bench.stories;

import dev.tocsin.app.output.Table;
import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.enrich.copy.Copies;
import dev.tocsin.enrich.copy.HabitListener;
import dev.tocsin.enrich.story.StoryEngine;
import dev.tocsin.enrich.story.StoryInput;
import dev.tocsin.enrich.story.StorySettings;
import dev.tocsin.enrich.text.Tokenizer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@Command(
        name = "stories",
        description =
                "Copy detection and story assignment at full windows of several sizes, beside"
                        + " tokenising alone, on one thread.")
public final class StoriesBench implements Callable<Integer> {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration WINDOW = Duration.ofHours(72);

    private static final String STORIES = "stories, copies included";

    @Option(
            names = "--windows",
            split = ",",
            description = "Articles in the windows. Default: ${DEFAULT-VALUE}")
    private List<Integer> windows = List.of(3_000, 30_000, 300_000);

    @Option(
            names = "--documents",
            description = "Articles measured in a round. Default: ${DEFAULT-VALUE}")
    private int documents = 2_000;

    @Option(names = "--rounds", description = "Rounds that count. Default: ${DEFAULT-VALUE}")
    private int rounds = 7;

    @Option(
            names = "--body-words",
            description =
                    "Words of a body, beside 40 of title and summary. Default: ${DEFAULT-VALUE}")
    private int bodyWords = 200;

    @Option(names = "--seed", description = "Of the texts. Default: ${DEFAULT-VALUE}")
    private long seed = 20_310_101;

    @Override
    public Integer call() {
        PrintStream out = System.out;
        out.println(Machine.describe());
        out.printf(
                "seed %d, %,d documents in each of %d rounds, bodies of %d words%n",
                seed, documents, rounds, bodyWords);
        List<Work> works = new ArrayList<>();
        works.add(tokenising());
        windows.forEach(window -> works.add(copies(window)));
        windows.forEach(window -> works.add(stories(window)));
        works.forEach(Work::fill);
        report(out, works, measure(works));
        return 0;
    }

    private HappeningWriter writer(int window) {
        return new HappeningWriter(seed, bodyWords, WINDOW.dividedBy(window));
    }

    private Work tokenising() {
        return new Work("tokenising alone", 0, writer(1), StoriesBench::tokenise);
    }

    private static void tokenise(StoryInput.Arrived article) {
        Tokenizer.tokenize(article.title());
        Tokenizer.tokenize(article.summary());
        Tokenizer.tokenize(article.body());
    }

    private Work copies(int window) {
        Copies copies = new Copies();
        int[] number = new int[1];
        return new Work(
                "copies",
                window,
                writer(window),
                article -> {
                    copies.forgetBefore(number[0]++ - window);
                    copies.add(
                            copies.read(article.publisher(), article.body(), each -> true),
                            each -> true,
                            HabitListener.NONE);
                });
    }

    /** What has changed is asked for after each article, as by the stage that writes it down. */
    private Work stories(int window) {
        StoryEngine engine = new StoryEngine(new StorySettings(WINDOW, window));
        return new Work(
                STORIES,
                window,
                writer(window),
                article -> {
                    engine.apply(article);
                    engine.delta();
                });
    }

    /** All kinds of work in turns, so that a disturbance meets all of them. */
    private Map<Work, List<Double>> measure(List<Work> works) {
        Map<Work, List<Double>> micros = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Work work : works) {
                micros.computeIfAbsent(work, each -> new ArrayList<>()).add(cpuMicros(work));
            }
        }
        return micros;
    }

    private double cpuMicros(Work work) {
        List<StoryInput.Arrived> articles =
                IntStream.range(0, documents).mapToObj(each -> work.writer().next()).toList();
        long start = THREADS.getCurrentThreadCpuTime();
        articles.forEach(work.step());
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / documents;
    }

    private void report(PrintStream out, List<Work> works, Map<Work, List<Double>> micros) {
        Table table =
                new Table(
                        "WORK",
                        "WINDOW",
                        "CPU US/DOC",
                        "DOCS/S OF A CORE",
                        "TIMES TOKENISING",
                        "HEAP MB",
                        "HEAP BYTES/ARTICLE");
        double yardstick = median(micros, works.getFirst());
        for (Work work : works) {
            double cost = median(micros, work);
            table.row(
                    work.label(),
                    work.window() == 0 ? null : "%,d".formatted(work.window()),
                    "%.1f".formatted(cost),
                    "%,.0f".formatted(1e6 / cost),
                    "%.1f".formatted(cost / yardstick),
                    work.window() == 0 ? null : "%,.1f".formatted(work.heapBytes() / 1e6),
                    work.window() == 0 ? null : "%,d".formatted(work.heapBytes() / work.window()));
        }
        out.print(table);
        growth(out, works, micros, "copies");
        growth(out, works, micros, STORIES);
    }

    private static void growth(
            PrintStream out, List<Work> works, Map<Work, List<Double>> micros, String label) {
        List<Work> own = works.stream().filter(work -> work.label().equals(label)).toList();
        Work small = own.getFirst();
        Work large = own.getLast();
        if (small != large) {
            double costs = Math.log(median(micros, large) / median(micros, small));
            out.printf(
                    "%s: cost grows with the window to the power of %.2f, from %,d to %,d%n",
                    label,
                    costs / Math.log((double) large.window() / small.window()),
                    small.window(),
                    large.window());
        }
    }

    private static double median(Map<Work, List<Double>> micros, Work work) {
        return Statistics.median(micros.getOrDefault(work, List.of()));
    }
}
