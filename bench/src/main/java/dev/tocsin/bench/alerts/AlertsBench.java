package dev.tocsin.bench.alerts;

import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.bench.news.ArticleWriter;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.TaggedArticle;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

@Command(
        name = "alerts",
        description = "CPU of alert rules for an article, many rules beside few, on one thread.")
public final class AlertsBench implements Callable<Integer> {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Option(names = "--articles", description = "Different ones. Default: ${DEFAULT-VALUE}")
    private int articles = 4_000;

    @Option(names = "--bytes", description = "Of each text. Default: ${DEFAULT-VALUE}")
    private int bytes = 600;

    @Option(names = "--few", description = "Rules on one side. Default: ${DEFAULT-VALUE}")
    private int few = 10;

    @Option(names = "--many", description = "Rules on the other. Default: ${DEFAULT-VALUE}")
    private int many = 1_000;

    @Option(names = "--rounds", description = "Rounds that count. Default: ${DEFAULT-VALUE}")
    private int rounds = 7;

    @Option(names = "--warm-up", description = "Rounds before them. Default: ${DEFAULT-VALUE}")
    private int warmUp = 4;

    @Option(names = "--seed", description = "Of texts and rules. Default: ${DEFAULT-VALUE}")
    private long seed = 20_261_128;

    /** Rules, and what they have cost. */
    private record Side(String label, List<AlertRule> rules, List<Double> micros, int[] alerts) {
        static Side of(String label, List<AlertRule> rules) {
            return new Side(label, rules, new ArrayList<>(), new int[1]);
        }

        double median() {
            return Statistics.median(micros);
        }
    }

    @Override
    public Integer call() {
        PrintStream out = System.out;
        Codebook codebook = Codebook.bundled();
        ArticleEnricher enricher = EnrichAssembly.enricher(codebook);
        List<Article> raw = raw();
        List<TaggedArticle> tagged = raw.stream().map(each -> tagged(enricher, each)).toList();
        out.println(Machine.describe());
        out.printf(
                "seed %d, %,d articles of %,d bytes, %d rounds after %d to warm up%n",
                seed, articles, bytes, rounds, warmUp);
        List<Side> sides = sides(codebook, tagged);
        List<Double> enrich = measure(sides, raw, tagged, enricher);
        report(out, sides, Statistics.median(enrich));
        return 0;
    }

    private List<Article> raw() {
        ArticleWriter writer = new ArticleWriter(seed, bytes, Clock.systemUTC());
        return Stream.generate(writer::next).limit(articles).toList();
    }

    private static TaggedArticle tagged(ArticleEnricher enricher, Article article) {
        return enricher.enrich(article, Occurrence.FIRST, 1);
    }

    private List<Side> sides(Codebook codebook, List<TaggedArticle> tagged) {
        RuleWriter writer =
                new RuleWriter(seed, codebook.taxonomy(), codebook.annotations(), tagged);
        List<AlertRule> fewRules = writer.rules(few);
        List<AlertRule> manyRules = new ArrayList<>(fewRules);
        manyRules.addAll(writer.rules(many).subList(few, many));
        return List.of(
                Side.of("%,d rules".formatted(few), fewRules),
                Side.of(
                        "%,d rules, all but these idle".formatted(many),
                        writer.idle(fewRules, many)),
                Side.of("%,d rules, as loud as these".formatted(few), writer.loud(few)),
                Side.of("%,d rules, all at work".formatted(many), manyRules));
    }

    /** All sides in turns, so that a disturbance meets all of them; the cost of enriching. */
    private List<Double> measure(
            List<Side> sides,
            List<Article> raw,
            List<TaggedArticle> tagged,
            ArticleEnricher enricher) {
        List<Double> enrich = new ArrayList<>();
        for (int round = 0; round < warmUp + rounds; round++) {
            double enriching =
                    micros(raw, each -> tagged(enricher, each).getTags().size(), new int[1]);
            Map<Side, Double> costs = new LinkedHashMap<>();
            for (Side side : sides) {
                costs.put(side, micros(tagged, new Watch(side.rules())::file, side.alerts()));
            }
            if (round >= warmUp) {
                enrich.add(enriching);
                costs.forEach((side, cost) -> side.micros().add(cost));
            }
        }
        return enrich;
    }

    private double perAlert(Side side) {
        return side.median() / alerts(side);
    }

    /** For an article. */
    private double alerts(Side side) {
        return (double) side.alerts()[0] / articles;
    }

    private static <T> double micros(List<T> things, ToIntFunction<T> work, int[] results) {
        long start = THREADS.getCurrentThreadCpuTime();
        int sum = 0;
        for (T each : things) {
            sum += work.applyAsInt(each);
        }
        results[0] = sum;
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / things.size();
    }

    private void report(PrintStream out, List<Side> sides, double enrich) {
        Table table =
                new Table(
                        "ALERTS",
                        "ALERT RECORDS PER ARTICLE",
                        "CPU US/ARTICLE",
                        "RATIO",
                        "WITH ENRICHING",
                        "RATIO");
        double yardstick = sides.getFirst().median();
        for (Side side : sides) {
            double cost = side.median();
            table.row(
                    side.label(),
                    "%.3f".formatted(alerts(side)),
                    "%.2f".formatted(cost),
                    "%.2f".formatted(cost / yardstick),
                    "%.1f".formatted(enrich + cost),
                    "%.2f".formatted((enrich + cost) / (enrich + yardstick)));
        }
        out.print(table);
        Side loud = sides.get(sides.size() - 2);
        Side atWork = sides.getLast();
        out.printf(
                "an alert of %s costs %.2f times one of %s, with enriching %.2f times%n",
                atWork.label(),
                perAlert(atWork) / perAlert(loud),
                loud.label(),
                (enrich / alerts(atWork) + perAlert(atWork))
                        / (enrich / alerts(loud) + perAlert(loud)));
        out.printf("enriching alone: %.1f us/article%n", enrich);
    }
}
