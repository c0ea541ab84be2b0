package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.evaluate.Answer;
import dev.tocsin.enrich.evaluate.Evaluation;
import dev.tocsin.enrich.evaluate.GoldArticle;
import dev.tocsin.enrich.evaluate.GoldReader;
import dev.tocsin.schemas.Article;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;

@Command(
        name = "tagging",
        description = "Tags labelled articles and prints precision, recall and F1.",
        footer = {
            "",
            "GOLD has one JSON object a line: title, summary, body, lang, date, dataset,",
            "labels (slugs), optional (slugs that are neither right nor wrong), events,",
            "label_method, hard_negative. Only labels is required. The language is told from the",
            "text. A line that cannot be read is named, left out and counted."
        })
final class EvaluateTaggingCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Parameters(paramLabel = "GOLD", description = "Labelled articles, JSON lines.")
    private Path gold = Path.of("");

    @Option(names = "--body", description = "Reads bodies too, not only title and summary.")
    private boolean body;

    @Option(
            names = "--taxonomy",
            paramLabel = "DIR",
            description = "Folder of conflict topics. Default: the one in force.")
    private @Nullable Path folder;

    @Option(names = "--errors", description = "Lists every topic missed or wrong.")
    private boolean errors;

    private int bad;

    @Override
    public Integer call() throws ConfigurationException {
        TaxonomySource source = TaxonomySource.of(folder, flags);
        Evaluation evaluation = evaluate(EnrichAssembly.enricher(source.read()));
        if (evaluation.articles() == 0) {
            throw new CommandFailure(gold + " holds no labelled article");
        }
        EvaluationReport report = new EvaluationReport(evaluation, bad);
        report.print(output, errors);
        return ExitCodes.DONE;
    }

    private Evaluation evaluate(ArticleEnricher enricher) {
        Evaluation evaluation = new Evaluation();
        GoldReader reader = new GoldReader(Clock.systemUTC());
        try (BufferedReader lines = Files.newBufferedReader(gold)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    judge(reader, number, line, enricher, evaluation);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure(Unreadable.text(gold, e));
        }
        return evaluation;
    }

    private void judge(
            GoldReader reader,
            int number,
            String line,
            ArticleEnricher enricher,
            Evaluation evaluation) {
        GoldArticle article;
        try {
            article = reader.read(number, line);
        } catch (IllegalArgumentException e) {
            bad++;
            Messages.say("tocsin: %s:%d: %s; left out".formatted(gold, number, e.getMessage()));
            return;
        }
        evaluation.judge(article, answer(article, enricher));
    }

    private Answer answer(GoldArticle gold, ArticleEnricher enricher) {
        Article article =
                ArticleJson.blank(gold.title(), body && !gold.body().isBlank() ? gold.body() : null)
                        .setSummary(gold.summary())
                        .setObservedAt(gold.at())
                        .build();
        return Tagging.of(article, enricher);
    }
}
