package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.evaluate.Example;
import dev.tocsin.enrich.evaluate.ExampleReader;
import dev.tocsin.enrich.evaluate.ExampleRun;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.TaxonomyException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

@Command(
        name = "test",
        description = {
            "Tags the labelled examples beside the conflict topics (examples/SLUG.yaml) and prints",
            "precision and recall."
        },
        footer = {"", "Ends with 1 if a topic, or all together, lie below a floor."})
final class TaxonomyTestCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder to test. Default: the one in force.")
    private @Nullable Path folder;

    @Option(
            names = "--floor-precision",
            paramLabel = "P",
            description = "Least precision, 0 to 1. Default: ${DEFAULT-VALUE}")
    private double floorPrecision = 0.9;

    @Option(
            names = "--floor-recall",
            paramLabel = "R",
            description = "Least recall, 0 to 1. Default: ${DEFAULT-VALUE}")
    private double floorRecall = 0.8;

    @Override
    public Integer call() throws ConfigurationException {
        TaxonomySource source = TaxonomySource.of(folder, flags);
        ExampleRun run = source.use(TaxonomyTestCommand::run);
        if (run.count() == 0) {
            throw new CommandFailure(
                    "%s has no examples: write %s/SLUG.yaml in its folder"
                            .formatted(source.name(), ExampleReader.FOLDER));
        }
        List<String> below = run.below(floorPrecision, floorRecall);
        run.failures().forEach(TaxonomyTestCommand::say);
        output.print(json(run, below), ScoreTables.byLabel("TOPIC", run.scores()));
        if (!below.isEmpty()) {
            Messages.say("tocsin: below the floor: " + String.join(", ", below));
        }
        return below.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private static ExampleRun run(Path folder) throws TaxonomyException {
        Codebook codebook = Codebook.read(folder);
        Taxonomy taxonomy = codebook.taxonomy();
        ArticleEnricher enricher = EnrichAssembly.enricher(codebook);
        List<Example> examples = new ExampleReader(taxonomy, Clock.systemUTC()).read(folder);
        return ExampleRun.of(examples, example -> topics(example, enricher));
    }

    private static Set<String> topics(Example example, ArticleEnricher enricher) {
        var article =
                ArticleJson.blank(example.title(), null)
                        .setSummary(example.summary())
                        .setDeclaredLanguage(example.language().orElse(null))
                        .setObservedAt(example.at())
                        .build();
        return Tagging.of(article, enricher).topics();
    }

    private static void say(ExampleRun.Failure failure) {
        Example example = failure.example();
        Messages.say(
                "%s:%d: %s: %s"
                        .formatted(
                                example.file(),
                                example.line(),
                                failure.missing().isEmpty()
                                        ? "wrongly " + String.join(", ", failure.wrong())
                                        : "not " + String.join(", ", failure.missing()),
                                Table.cell(example.text())));
    }

    private Map<String, Object> json(ExampleRun run, List<String> below) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("examples", run.count());
        json.put("total", ScoreTables.json(run.scores().micro()));
        json.put("topics", ScoreTables.json(run.scores()));
        json.put("belowFloor", below);
        return json;
    }
}
