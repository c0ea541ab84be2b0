package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.enrich.alert.file.RuleLint;
import dev.tocsin.enrich.lint.Finding;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "lint",
        description = {
            "Finds mistakes in alert rules, rules that can never fire, and rules that would have",
            "fired on more than a fifth of last week's stories."
        },
        footer = {
            "",
            "Prints file:line: severity: message. Ends with 1 if there are errors; warnings are",
            "for people to judge. Last week's stories are looked at where a database is there."
        })
final class AlertsLintCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "File to check. Default: the one in force, alerts.yaml.")
    private @Nullable Path file;

    @Override
    public Integer call() throws ConfigurationException {
        Configuration configuration = flags.configuration();
        AlertRulesSource source = AlertRulesSource.read(file, configuration);
        String name = source.file().toString();
        List<Finding> findings =
                new ArrayList<>(
                        RuleLint.check(
                                name,
                                source.list(),
                                source.codebook().taxonomy(),
                                LocalDate.now(ZoneOffset.UTC)));
        if (source.list().isSound()) {
            findings.addAll(lastWeek(name, source, configuration));
        }
        return FindingsReport.print(name, findings.stream().sorted().toList(), output.isJson());
    }

    private static List<Finding> lastWeek(
            String name, AlertRulesSource source, Configuration configuration) {
        if (!LastWeek.isStored(configuration)) {
            Messages.say("no stored stories here: not checked how often the rules would fire");
            return List.of();
        }
        try (StoreAccess store = StoreAccess.open(configuration)) {
            Instant now = Instant.now();
            List<Finding> findings = new ArrayList<>(LastWeek.check(name, source, store, now));
            findings.addAll(
                    LastWeekRates.check(name, source.list().rules(), store.dataSource(), now));
            return findings;
        }
    }
}
