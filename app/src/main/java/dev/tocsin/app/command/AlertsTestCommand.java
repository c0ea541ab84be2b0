package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.DeliveryAssembly;
import dev.tocsin.app.pipeline.TargetsKeeper;
import dev.tocsin.sink.channel.Channels;
import dev.tocsin.sink.channel.Outcome;
import dev.tocsin.sink.message.SampleMessage;
import dev.tocsin.sink.targets.Target;
import dev.tocsin.sink.targets.Targets;
import dev.tocsin.yaml.Keys;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "test",
        description = "Sends a sample alert, marked as a test, and says how each target took it.",
        footer = {
            "",
            "Needs neither a running Tocsin nor a database: it reads the targets of alerts.yaml and"
                    + " sends. Exit code 1 if a target did not take it."
        })
final class AlertsTestCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private AllowFlag allowed = new AllowFlag();
    @Mixin private OutputFlag output = new OutputFlag();

    @Option(names = "--target", paramLabel = "NAME", description = "Only to this one.")
    private @Nullable String only;

    /**
     * @param error what happened and what to do, if it did not arrive
     */
    private record Result(
            String target,
            String kind,
            boolean delivered,
            @Nullable Integer status,
            long millis,
            @Nullable String error) {}

    @Override
    public Integer call() throws ConfigurationException {
        Configuration configuration = flags.configuration(allowed);
        Path file = configuration.alerts().orElse(configuration.data().resolve("alerts.yaml"));
        Targets targets = TargetsKeeper.read(file);
        targets.warnings().forEach(Messages::say);
        List<Result> results = send(configuration, chosen(targets, file));
        print(results);
        boolean isGood = results.stream().allMatch(Result::delivered);
        return isGood ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private List<Target> chosen(Targets targets, Path file) throws ConfigurationException {
        if (targets.byName().isEmpty()) {
            throw new ConfigurationException(
                    "%s names no targets: add some below \"targets:\"".formatted(file));
        }
        if (only == null) {
            return List.copyOf(targets.byName().values());
        }
        List<String> known = List.copyOf(targets.byName().keySet());
        String unknown = "--target: " + Keys.unknown("target", only, known);
        return List.of(targets.find(only).orElseThrow(() -> new ConfigurationException(unknown)));
    }

    private static List<Result> send(Configuration configuration, List<Target> targets) {
        List<Result> results = new ArrayList<>();
        try (Channels channels = DeliveryAssembly.channels(configuration)) {
            for (Target target : targets) {
                Outcome outcome = channels.send(target, SampleMessage.at(Instant.now()));
                results.add(result(target, outcome));
            }
        }
        return results;
    }

    private static Result result(Target target, Outcome outcome) {
        Integer status = outcome.status().isPresent() ? outcome.status().getAsInt() : null;
        String error =
                switch (outcome) {
                    case Outcome.Delivered _ -> null;
                    case Outcome.Failed failed -> failed.text();
                };
        return new Result(
                target.name(),
                target.kind(),
                error == null,
                status,
                outcome.took().toMillis(),
                error);
    }

    private void print(List<Result> results) {
        Table table = new Table("target", "kind", "delivered", "status", "ms", "in words").uncut();
        for (Result result : results) {
            table.row(
                    result.target(),
                    result.kind(),
                    result.delivered() ? "yes" : "NO",
                    result.status(),
                    result.millis(),
                    result.error());
        }
        output.print(results, table);
    }
}
