package dev.tocsin.bench.tagger;

import dev.tocsin.app.output.Table;
import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.enrich.annotate.AnnotationData;
import dev.tocsin.enrich.annotate.Annotator;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.codebook.Coder;
import dev.tocsin.enrich.language.LanguageDetector;
import dev.tocsin.enrich.tag.Tagger;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.TaxonomyReader;

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
        name = "tagger",
        description = "Language and tagging beside tokenising alone, on one thread.")
public final class TaggerBench implements Callable<Integer> {
    @Option(names = "--documents", description = "Different texts. Default: ${DEFAULT-VALUE}")
    private int documents = 2_000;

    @Option(names = "--passes", description = "Over them in a round. Default: ${DEFAULT-VALUE}")
    private int passes = 4;

    @Option(names = "--rounds", description = "Rounds that count. Default: ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(names = "--warm-up", description = "Rounds before them. Default: ${DEFAULT-VALUE}")
    private int warmUp = 3;

    @Option(names = "--seed", description = "Of the texts. Default: ${DEFAULT-VALUE}")
    private long seed = 20_261_124;

    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        Taxonomy taxonomy = TaxonomyReader.bundled();
        out.println(Machine.describe());
        out.printf(
                "seed %d, %,d documents, %d rounds after %d to warm up, %d conflict topics%n",
                seed, documents, rounds, warmUp, taxonomy.conflictTopics().size());
        List<Work> works = works(taxonomy);
        Clock clock = Clock.systemUTC();
        report(out, "HEADLINE+SUMMARY", works, Document.headlines(seed, documents, clock));
        report(out, "ARTICLE", works, Document.articles(seed, documents, clock));
        return 0;
    }

    private static List<Work> works(Taxonomy taxonomy) {
        LanguageDetector languages = new LanguageDetector();
        Tagger tagger = new Tagger(taxonomy);
        Annotator annotator = new Annotator(AnnotationData.bundled());
        return List.of(
                Work.tokenising(),
                Work.tagging(tagger),
                Work.declaredLanguageAndTagging(languages, tagger),
                Work.taggingAndAnnotating(tagger, annotator),
                Work.languageAndTagging(languages, tagger),
                Work.everything(new ArticleEnricher(languages, new Coder(tagger, annotator))));
    }

    private void report(PrintStream out, String name, List<Work> works, List<Document> texts) {
        double bytes = texts.stream().mapToInt(Document::bytes).average().orElse(0);
        Table table =
                new Table(
                        "%s, %.0f BYTES".formatted(name, bytes),
                        "DOCS/S",
                        "CPU US/DOC",
                        "TIMES TOKENISING");
        Map<Work, List<Cost>> costs = measure(works, texts);
        double yardstick = cpuMicros(costs.getOrDefault(works.getFirst(), List.of()));
        costs.forEach((work, each) ->
                table.row(
                        work.label(),
                        "%,.0f".formatted(perSecond(each)),
                        "%.1f".formatted(cpuMicros(each)),
                        "%.1f".formatted(cpuMicros(each) / yardstick)));
        out.print(table);
    }

    /** All kinds of work in turns, so that a disturbance meets all of them. */
    private Map<Work, List<Cost>> measure(List<Work> works, List<Document> texts) {
        Map<Work, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = 0; round < warmUp + rounds; round++) {
            for (Work work : works) {
                Cost cost = Cost.of(work, texts, passes);
                if (round >= warmUp) {
                    costs.computeIfAbsent(work, each -> new ArrayList<>()).add(cost);
                }
            }
        }
        return costs;
    }

    private static double perSecond(List<Cost> costs) {
        return Statistics.median(costs.stream().map(Cost::perSecond).toList());
    }

    private static double cpuMicros(List<Cost> costs) {
        return Statistics.median(costs.stream().map(Cost::cpuMicros).toList());
    }
}
