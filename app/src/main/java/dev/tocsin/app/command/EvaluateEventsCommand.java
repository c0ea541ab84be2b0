package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.Occurrence;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

@Command(
        name = "events",
        description = "Precision, recall and F1 of event types.",
        footer = {
            "",
            "Reads JSON lines: title, summary, lang and events (the right ones; null: not judged),",
            "or text and acled_subtype as CASE 2021 task 2 has them. Lines with labels: [] are left",
            "out, as are sub-types without a counterpart."
        })
final class EvaluateEventsCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Parameters(arity = "1..*", paramLabel = "GOLD.jsonl", description = "Labelled articles.")
    private List<Path> files = List.of();

    @Option(names = "--errors", description = "Lists what went wrong on standard error.")
    private boolean errors;

    private int leftOut;

    @Override
    public Integer call() throws ConfigurationException {
        ArticleEnricher enricher =
                EnrichAssembly.enricher(EnrichAssembly.codebook(flags.configuration()));
        EventScores scores = new EventScores();
        for (Path file : files) {
            leftOut += EventGold.read(file, gold -> judge(gold, enricher, scores));
        }
        output.print(scores.forMachines(leftOut), table(scores));
        return ExitCodes.DONE;
    }

    private void judge(EventGold gold, ArticleEnricher enricher, EventScores scores) {
        List<EventTag> found =
                enricher.enrich(gold.article().article(), Occurrence.FIRST, 1).getEventTypes();
        Set<String> types =
                found.stream()
                        .map(EventTag::getType)
                        .collect(Collectors.toCollection(TreeSet::new));
        scores.add(gold.eventTypes(), types);
        if (errors && !types.equals(gold.eventTypes())) {
            Messages.say(
                    "expected %s, found %s: %s"
                            .formatted(
                                    gold.eventTypes(), types, gold.article().article().getTitle()));
        }
    }

    private Table table(EventScores scores) {
        Table table = new Table("event type", "gold", "found", "precision", "recall", "F1");
        scores.byType().forEach((type, count) -> row(table, type, count));
        row(table, "micro", scores.micro());
        table.row("macro", "", "", "", "", "%.3f".formatted(scores.macroF1()));
        table.row("articles", scores.articles(), "", "", "", "");
        table.row("left out", leftOut, "", "", "", "");
        return table;
    }

    private static void row(Table table, String name, EventScores.Count count) {
        table.row(
                name,
                count.gold(),
                count.found(),
                "%.3f".formatted(count.precision()),
                "%.3f".formatted(count.recall()),
                "%.3f".formatted(count.f1()));
    }
}
