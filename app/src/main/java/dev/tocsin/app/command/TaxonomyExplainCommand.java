package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Json;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.explain.Explainer;
import dev.tocsin.enrich.explain.Explanation;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.yaml.Keys;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.core.JacksonException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "explain",
        description = "Says why an article is, or is not, filed under a topic.",
        footer = {
            "",
            "FILE is one JSON object with lang, title, summary, body, date (all optional), or a",
            "plain text whose first line is the title."
        })
final class TaxonomyExplainCommand implements Callable<Integer> {
    private static final Path STANDARD_INPUT = Path.of("-");

    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Option(names = "--topic", required = true, paramLabel = "SLUG", description = "Topic to ask.")
    private String topic = "";

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
        Taxonomy taxonomy = codebook.taxonomy();
        ConflictTopic asked = find(taxonomy);
        ArticleEnricher enricher = EnrichAssembly.enricher(codebook);
        var text = enricher.text(article(content()).article());
        Explanation explanation = new Explainer(taxonomy).explain(asked, text);
        if (output.isJson()) {
            System.out.println(Json.pretty(ExplanationText.json(explanation)));
        } else {
            System.out.print(ExplanationText.of(explanation, text.language()));
        }
        return ExitCodes.DONE;
    }

    private ConflictTopic find(Taxonomy taxonomy) throws ConfigurationException {
        List<String> slugs = taxonomy.conflictTopics().stream().map(ConflictTopic::slug).toList();
        return taxonomy.find(topic)
                .orElseThrow(() ->
                        new ConfigurationException(
                                "--topic: " + Keys.unknown("topic", topic, slugs)));
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
            throw new CommandFailure(file + " cannot be read: " + e);
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
