package dev.tocsin.app.command;

import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.evaluate.Example;
import dev.tocsin.enrich.evaluate.ExampleReader;
import dev.tocsin.enrich.evaluate.ExampleRun;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.schemas.Article;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What came of the examples of conflict topics and of event types in a taxonomy's folder. */
record ExampleRuns(ExampleRun topics, ExampleRun events) {

    static ExampleRuns of(Path folder) throws TaxonomyException {
        Codebook codebook = Codebook.read(folder);
        ArticleEnricher enricher = EnrichAssembly.enricher(codebook);
        Clock clock = Clock.systemUTC();
        List<Example> topics = new ExampleReader(codebook.taxonomy(), clock).read(folder);
        List<Example> events =
                ExampleReader.of(codebook.annotations().eventTypes(), clock).read(folder);
        return new ExampleRuns(
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

    int count() {
        return topics.count() + events.count();
    }

    /** What lies below a floor, all together included. */
    List<String> below(double precision, double recall) {
        List<String> below = new ArrayList<>(topics.below(precision, recall));
        below.addAll(events.below(precision, recall));
        return below;
    }

    void sayFailures() {
        topics.failures().forEach(ExampleRuns::say);
        events.failures().forEach(ExampleRuns::say);
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
}
