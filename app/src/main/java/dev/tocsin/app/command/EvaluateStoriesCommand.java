package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.evaluation.GoldItem;
import dev.tocsin.app.evaluation.Placement;
import dev.tocsin.app.evaluation.Score;
import dev.tocsin.app.evaluation.StoryScores;
import dev.tocsin.app.output.Json;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.enrich.story.StoryChange;
import dev.tocsin.enrich.story.StoryEngine;
import dev.tocsin.enrich.story.StoryInput;
import dev.tocsin.enrich.story.StorySettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

@Command(
        name = "stories",
        description = "Scores the grouping into stories and copy groups against gold.",
        footer = {
            "",
            "GOLD.jsonl: lines as \"tocsin stories\" reads them, with story, copy_group (or null) and",
            "near (a list of names; readers could differ on pairs that share one). They are read in",
            "the order of their time. Lenient scores do not count it as an error to put near",
            "articles together. Beside it: every article alone."
        })
final class EvaluateStoriesCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Parameters(paramLabel = "GOLD.jsonl", description = "Articles with the story of each.")
    private Path file = Path.of("-");

    private record Gold(StoryInput.Arrived article, GoldItem item) {}

    @Override
    public Integer call() throws ConfigurationException {
        List<Gold> gold = read();
        List<GoldItem> items = gold.stream().map(Gold::item).toList();
        Map<String, Placement> placements = placements(gold);
        Map<String, StoryScores> scores = new LinkedHashMap<>();
        scores.put("tocsin", StoryScores.of(items, placements, false));
        scores.put("tocsin, lenient", StoryScores.of(items, placements, true));
        scores.put("every article alone", StoryScores.of(items, alone(items), false));
        output.print(json(items, scores), table(scores));
        return ExitCodes.DONE;
    }

    private List<Gold> read() throws ConfigurationException {
        StoryLine lines =
                new StoryLine(
                        EnrichAssembly.enricher(EnrichAssembly.codebook(flags.configuration())),
                        Clock.systemUTC());
        List<Gold> gold = new ArrayList<>();
        List<String> texts = texts();
        for (int at = 0; at < texts.size(); at++) {
            if (!texts.get(at).isBlank()) {
                gold.add(gold(lines, texts.get(at), at + 1));
            }
        }
        if (gold.isEmpty()) {
            throw new CommandFailure(file + ": no articles in it");
        }
        gold.sort(Comparator.comparing(each -> each.article().at()));
        return gold;
    }

    private List<String> texts() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new CommandFailure(Unreadable.text(file, e));
        }
    }

    private Gold gold(StoryLine lines, String text, int number) {
        try {
            JsonNode json = Json.read(text);
            StoryInput.Arrived article = lines.article(json);
            return new Gold(
                    article,
                    new GoldItem(
                            article.id(),
                            json.path("story")
                                    .asStringOpt()
                                    .orElseThrow(
                                            () -> new IllegalArgumentException("no \"story\"")),
                            Optional.of(json.path("copy_group").asString(""))
                                    .filter(group -> !group.isEmpty()),
                            json.path("near")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .collect(Collectors.toSet())));
        } catch (JacksonException e) {
            throw new CommandFailure(
                    "%s:%d: no JSON: %s".formatted(file, number, Json.complaint(e)));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("%s:%d: %s".formatted(file, number, e.getMessage()));
        }
    }

    private static Map<String, Placement> placements(List<Gold> gold) {
        StoryEngine engine = new StoryEngine(StorySettings.DEFAULT);
        Map<String, Placement> placements = new HashMap<>();
        List<StoryChange> changes = new ArrayList<>();
        gold.forEach(each -> changes.addAll(engine.apply(each.article())));
        changes.addAll(engine.close());
        for (StoryChange change : changes) {
            if (change instanceof StoryChange.Settled settled) {
                placements.put(
                        settled.article(), new Placement(settled.story(), settled.copyGroup()));
            }
        }
        return placements;
    }

    private static Map<String, Placement> alone(List<GoldItem> items) {
        return items.stream()
                .collect(
                        Collectors.toMap(
                                GoldItem::id, item -> new Placement(item.id(), Optional.empty())));
    }

    private static Table table(Map<String, StoryScores> scores) {
        Table table = new Table("GROUPING", "MEASURE", "PRECISION", "RECALL", "F1");
        scores.forEach((name, each) ->
                measures(each)
                        .forEach((measure, score) ->
                                table.row(
                                        name,
                                        measure,
                                        "%.3f".formatted(score.precision()),
                                        "%.3f".formatted(score.recall()),
                                        "%.3f".formatted(score.f1()))));
        return table;
    }

    private static Map<String, Score> measures(StoryScores scores) {
        Map<String, Score> measures = new LinkedHashMap<>();
        measures.put("BCubed", scores.bcubed());
        measures.put("BCubed, stories of two or more", scores.bcubedTogether());
        measures.put("pairs", scores.pairs());
        measures.put("copies", scores.copies());
        return measures;
    }

    private Map<String, Object> json(List<GoldItem> items, Map<String, StoryScores> scores) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("articles", items.size());
        json.put("stories", items.stream().map(GoldItem::story).distinct().count());
        scores.forEach((name, each) -> json.put(name, figures(each)));
        return json;
    }

    private static Map<String, Object> figures(StoryScores scores) {
        Map<String, Object> figures = new LinkedHashMap<>();
        measures(scores)
                .forEach((measure, score) ->
                        figures.put(
                                measure,
                                Map.of(
                                        "precision",
                                        score.precision(),
                                        "recall",
                                        score.recall(),
                                        "f1",
                                        score.f1())));
        return figures;
    }
}
