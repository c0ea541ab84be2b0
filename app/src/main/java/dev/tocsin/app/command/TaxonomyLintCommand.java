package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.enrich.lint.Finding;
import dev.tocsin.enrich.lint.TaxonomyLint;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "lint",
        description = {
            "Finds mistakes in conflict topics, event types, places and actors: unknown keys, terms",
            "that stand twice, that can never be found, or that would be found everywhere."
        },
        footer = {
            "",
            "Prints file:line: severity: message. Ends with 1 if there are errors; warnings are",
            "for people to judge."
        })
final class TaxonomyLintCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder to check. Default: the one in force.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws ConfigurationException {
        TaxonomySource source = TaxonomySource.of(folder, flags);
        List<Finding> findings = source.use(TaxonomyLint::check);
        return FindingsReport.print(source.name(), findings, output.isJson());
    }
}
