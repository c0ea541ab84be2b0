package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Json;
import dev.tocsin.enrich.lint.Finding;
import dev.tocsin.enrich.lint.TaxonomyLint;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "lint",
        description = {
            "Finds mistakes in conflict topics: unknown keys, terms that stand twice, terms that",
            "can never be found, terms that would be found everywhere."
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
        long errors = count(findings, Finding.Severity.ERROR);
        long warnings = count(findings, Finding.Severity.WARNING);
        if (output.isJson()) {
            System.out.println(Json.pretty(json(findings, errors, warnings)));
        } else {
            findings.forEach(System.out::println);
            Messages.say("%s: %d errors, %d warnings".formatted(source.name(), errors, warnings));
        }
        return errors == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private static long count(List<Finding> findings, Finding.Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    private static Map<String, Object> json(List<Finding> findings, long errors, long warnings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("errors", errors);
        json.put("warnings", warnings);
        json.put("findings", findings.stream().map(TaxonomyLintCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", finding.file());
        json.put("line", finding.line());
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.put("message", finding.message());
        return json;
    }
}
