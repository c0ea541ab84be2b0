package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Json;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.evaluate.Example;
import dev.tocsin.enrich.evaluate.ExampleReader;
import dev.tocsin.enrich.evaluate.ExampleRun;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.schemas.Article;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "test",
        description = {
            "Tags the labelled examples beside the conflict topics (examples/SLUG.yaml) and event",
            "types (events/examples/SLUG.yaml) and prints precision and recall."
        },
        footer = {"", "Ends with 1 if a topic, an event type, or all together, lie below a floor."})
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
        Runs runs = source.use(TaxonomyTestCommand::run);
        if (runs.topics().count() + runs.events().count() == 0) {
            throw new CommandFailure(
                    "%s has no examples: write %s/SLUG.yaml in its folder"
                            .formatted(source.name(), ExampleReader.FOLDER));
        }
        List<String> below = new ArrayList<>();
        for (ExampleRun run : List.of(runs.topics(), runs.events())) {
            below.addAll(run.below(floorPrecision, floorRecall));
            run.failures().forEach(TaxonomyTestCommand::say);
        }
        print(runs, below);
        if (!below.isEmpty()) {
            Messages.say("tocsin: below the floor: " + String.join(", ", below));
        }
        return below.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private static Runs run(Path folder) throws TaxonomyException {
        Codebook codebook = Codebook.read(folder);
        ArticleEnricher enricher = EnrichAssembly.enricher(codebook);
        Clock clock = Clock.systemUTC();
        List<Example> topics = new ExampleReader(codebook.taxonomy(), clock).read(folder);
        List<Example> events =
                ExampleReader.of(codebook.annotations().eventTypes(), clock).read(folder);
        return new Runs(
                ExampleRun.of(topics, each -> Tagging.of(article(each), enricher).topics()),
                ExampleRun.of(events, each -> Tagging.events(article(each), enricher)));
    }

    private static Article article(Example example) {
        return ArticleJson.blank(example.title(), null)
                .setSummary(example.summary())
                .setDeclaredLanguage(example.language().orElse(null))
                .setObservedAt(example.at())
                .build();
    }

    private void print(Runs runs, List<String> below) {
        if (output.isJson()) {
            System.out.println(Json.pretty(json(runs, below)));
            return;
        }
        if (runs.topics().count() > 0) {
            System.out.print(ScoreTables.byLabel("TOPIC", runs.topics().scores()));
        }
        if (runs.events().count() > 0) {
            System.out.print(ScoreTables.byLabel("EVENT TYPE", runs.events().scores()));
        }
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

    private static Map<String, Object> json(Runs runs, List<String> below) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("examples", runs.topics().count());
        json.put("total", ScoreTables.json(runs.topics().scores().micro()));
        json.put("topics", ScoreTables.json(runs.topics().scores()));
        json.put("eventExamples", runs.events().count());
        json.put("eventTypes", ScoreTables.json(runs.events().scores()));
        json.put("belowFloor", below);
        return json;
    }

    /** What came of the examples of conflict topics and of event types. */
    private record Runs(ExampleRun topics, ExampleRun events) {}
}
