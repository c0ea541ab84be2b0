package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Json;
import dev.tocsin.enrich.evaluate.ExampleReader;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
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
    @Mixin private FloorFlags floors = new FloorFlags();

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder to test. Default: the one in force.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws ConfigurationException {
        TaxonomySource source = TaxonomySource.of(folder, flags);
        ExampleRuns runs = source.use(ExampleRuns::of);
        if (runs.count() == 0) {
            throw new CommandFailure(
                    "%s has no examples: write %s/SLUG.yaml in its folder"
                            .formatted(source.name(), ExampleReader.FOLDER));
        }
        List<String> below = floors.below(runs);
        runs.sayFailures();
        print(runs, below);
        if (!below.isEmpty()) {
            Messages.say("tocsin: below the floor: " + String.join(", ", below));
        }
        return below.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private void print(ExampleRuns runs, List<String> below) {
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

    private static Map<String, Object> json(ExampleRuns runs, List<String> below) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("examples", runs.topics().count());
        json.put("total", ScoreTables.json(runs.topics().scores().micro()));
        json.put("topics", ScoreTables.json(runs.topics().scores()));
        json.put("eventExamples", runs.events().count());
        json.put("eventTypes", ScoreTables.json(runs.events().scores()));
        json.put("belowFloor", below);
        return json;
    }
}
