package dev.tocsin.bench.matcher;

import dev.tocsin.app.output.Table;
import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.bench.tagger.Cost;
import dev.tocsin.bench.tagger.Document;
import dev.tocsin.bench.tagger.Work;
import dev.tocsin.enrich.match.Matcher;
import dev.tocsin.enrich.tag.Tagger;
import dev.tocsin.enrich.taxonomy.Taxonomy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "matcher",
        description =
                "Matching and tagging with many synthetic topics beside Lucene Monitor, on one"
                        + " thread; then while the taxonomy is swapped.")
public final class MatcherBench implements Callable<Integer> {
    @Option(names = "--topics", description = "Synthetic topics. Default: ${DEFAULT-VALUE}")
    private int topics = 1_000;

    @Option(names = "--documents", description = "Different texts. Default: ${DEFAULT-VALUE}")
    private int documents = 1_000;

    @Option(names = "--rounds", description = "Rounds that count. Default: ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(names = "--warm-up", description = "Rounds before them. Default: ${DEFAULT-VALUE}")
    private int warmUp = 3;

    @Option(names = "--growth", description = "Factor of each growth. Default: ${DEFAULT-VALUE}")
    private int growth = 10;

    @Option(names = "--swaps", description = "Swaps in a round. Default: ${DEFAULT-VALUE}")
    private int swaps = 20;

    @Option(names = "--seed", description = "Of texts and topics. Default: ${DEFAULT-VALUE}")
    private long seed = 20_261_124;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        List<Document> headlines = Document.headlines(seed, documents, clock);
        List<Document> articles = Document.articles(seed, documents, clock);
        Taxonomy taxonomy = new SyntheticTopics(seed, headlines).taxonomy(topics);
        out.println(Machine.describe());
        out.printf(
                "seed %d, %,d documents, %d rounds after %d to warm up, %,d topics, %,d terms%n",
                seed, documents, rounds, warmUp, topics, SyntheticTopics.terms(taxonomy));
        try (StoredQueries stored = new StoredQueries(taxonomy)) {
            compare("HEADLINE+SUMMARY", headlines, taxonomy, stored);
            compare("ARTICLE", articles, taxonomy, stored);
        }
        grow(headlines);
        new SwapRun(seed, topics, headlines).run(swaps, rounds, out);
        return 0;
    }

    private void compare(
            String name, List<Document> texts, Taxonomy taxonomy, StoredQueries stored) {
        Matcher matcher = Matcher.compile(taxonomy);
        Tagger tagger = new Tagger(taxonomy);
        List<Work> works =
                List.of(
                        Work.tokenising(),
                        Matching.of("tokenising and matching", matcher),
                        Work.tagging(tagger).plusOne(),
                        new Work("Lucene, analysis alone", stored::analyse),
                        new Work("Lucene Monitor, presearched", stored::match));
        Map<Work, Double> micros = measure(works, texts);
        double bytes = texts.stream().mapToInt(Document::bytes).average().orElse(0);
        Table table =
                new Table("%s, %.0f BYTES".formatted(name, bytes), "DOCS/CPU S", "CPU US/DOC");
        micros.forEach((work, cost) ->
                table.row(work.label(), "%,.0f".formatted(1e6 / cost), "%.2f".formatted(cost)));
        out.print(table);
        List<Double> costs = List.copyOf(micros.values());
        out.printf(
                "matching: %.2f times tokenising alone; Lucene Monitor: %.0f times tagging%n",
                costs.get(1) / costs.get(0), costs.get(4) / costs.get(2));
    }

    private void grow(List<Document> texts) {
        List<Work> works = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        // 130 topics have about 1,000 terms
        for (int count = topics * 13 / 100; sizes.size() < 3; count *= growth) {
            Taxonomy taxonomy = new SyntheticTopics(seed, texts).taxonomy(count);
            int terms = SyntheticTopics.terms(taxonomy);
            sizes.add(terms);
            works.add(
                    Matching.of("matching, %,d terms".formatted(terms), Matcher.compile(taxonomy)));
        }
        List<Double> costs = List.copyOf(measure(works, texts).values());
        Table table = new Table("GROWTH", "CPU US/DOC");
        for (int i = 0; i < works.size(); i++) {
            table.row(works.get(i).label(), "%.2f".formatted(costs.get(i)));
        }
        out.print(table);
        out.printf(
                "cost grows with the terms to the power of %.2f%n",
                Math.log(costs.getLast() / costs.getFirst())
                        / Math.log((double) sizes.getLast() / sizes.getFirst()));
    }

    /** CPU microseconds for a document: medians of rounds in which the works take turns. */
    private Map<Work, Double> measure(List<Work> works, List<Document> texts) {
        Map<Work, List<Double>> costs = new LinkedHashMap<>();
        for (int round = 0; round < warmUp + rounds; round++) {
            for (Work work : works) {
                double micros = Cost.of(work, texts, 1).cpuMicros();
                if (round >= warmUp) {
                    costs.computeIfAbsent(work, _ -> new ArrayList<>()).add(micros);
                }
            }
        }
        Map<Work, Double> medians = new LinkedHashMap<>();
        costs.forEach((work, each) -> medians.put(work, Statistics.median(each)));
        return medians;
    }
}
