package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Json;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.explain.Explanation;
import dev.tocsin.enrich.tag.ArticleText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.core.JacksonException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "explain",
        description = {
            "Says why an article is, or is not, filed under a topic, and why an event type, a place or",
            "an actor is, or is not, found in it. Without any of them: all that is found, and nearly."
        },
        footer = {
            "",
            "FILE is one JSON object with lang, title, summary, body, date (all optional), or a",
            "plain text whose first line is the title."
        })
final class TaxonomyExplainCommand implements Callable<Integer> {
    private static final Path STANDARD_INPUT = Path.of("-");
    private static final int MOST_HITS = 3;
    private static final Map<String, String> HEADINGS =
            Map.of(
                    "topics", "conflict topics",
                    "eventTypes", "event types",
                    "places", "places",
                    "actors", "actors");

    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @ArgGroup(exclusive = true)
    private ExplainFlags asked = new ExplainFlags();

    @Option(
            names = "--taxonomy",
            paramLabel = "DIR",
            description = "Folder of conflict topics. Default: the one in force.")
    private @Nullable Path folder;

    @Parameters(paramLabel = "FILE", description = "The article; -: standard input.")
    private Path file = STANDARD_INPUT;

    @Override
    public Integer call() throws ConfigurationException {
        Codebook codebook = TaxonomySource.of(folder, flags).read();
        ArticleEnricher enricher = EnrichAssembly.enricher(codebook);
        ArticleText text = enricher.text(article(content()).article());
        ArticleExplainer explainer = new ArticleExplainer(codebook, text);
        Optional<ExplainFlags.Target> target = asked.target();
        if (target.isPresent()) {
            print(explainer.explain(target.get()), text);
        } else {
            printAll(explainer, text);
        }
        return ExitCodes.DONE;
    }

    private void print(Explanation explanation, ArticleText text) {
        if (output.isJson()) {
            System.out.println(Json.pretty(ExplanationText.json(explanation)));
        } else {
            System.out.print(ExplanationText.of(explanation, text.language(), Integer.MAX_VALUE));
        }
    }

    private void printAll(ArticleExplainer explainer, ArticleText text) {
        if (output.isJson()) {
            System.out.println(Json.pretty(explainer.json()));
            return;
        }
        explainer
                .explainAll()
                .forEach((kind, explanations) -> {
                    System.out.printf("== %s%n", HEADINGS.get(kind));
                    if (explanations.isEmpty()) {
                        System.out.println("none");
                    }
                    explanations.forEach(each ->
                            System.out.print(ExplanationText.of(each, text.language(), MOST_HITS)));
                });
    }

    private String content() {
        try {
            byte[] bytes =
                    file.equals(STANDARD_INPUT)
                            ? System.in.readAllBytes()
                            : Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new CommandFailure(Unreadable.text(file, e));
        }
    }

    private ArticleJson article(String content) {
        String text = content.strip();
        if (text.isEmpty()) {
            throw new CommandFailure(file + ": empty");
        }
        if (!text.startsWith("{")) {
            String[] parts = text.split("\\R", 2);
            return ArticleJson.ofText(file.toString(), parts[0], parts.length > 1 ? parts[1] : "");
        }
        try {
            return ArticleJson.ofJson(Json.read(text));
        } catch (JacksonException e) {
            throw new CommandFailure(
                    file + ": expected one JSON object: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(file + ": " + e.getMessage());
        }
    }
}
