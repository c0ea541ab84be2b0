package dev.tocsin.app.command;

import dev.tocsin.app.output.Json;
import dev.tocsin.enrich.lint.Finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a lint has found, for people or machines. */
final class FindingsReport {
    private FindingsReport() {}

    /** Prints all findings; returns the exit code. */
    static int print(String name, List<Finding> findings, boolean asJson) {
        long errors = count(findings, Finding.Severity.ERROR);
        long warnings = count(findings, Finding.Severity.WARNING);
        if (asJson) {
            System.out.println(Json.pretty(json(findings, errors, warnings)));
        } else {
            findings.forEach(System.out::println);
            Messages.say(
                    "%s: %s, %s"
                            .formatted(
                                    name, counted(errors, "error"), counted(warnings, "warning")));
        }
        return errors == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static long count(List<Finding> findings, Finding.Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    private static Map<String, Object> json(List<Finding> findings, long errors, long warnings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("errors", errors);
        json.put("warnings", warnings);
        json.put("findings", findings.stream().map(FindingsReport::json).toList());
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
