package dev.tocsin.enrich.alert.file;

import dev.tocsin.schemas.AlertRule;
import dev.tocsin.yaml.YamlException;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a file of rules says.
 *
 * @param rules by their order in the file; those with a problem are as far as they could be read
 * @param problems all of them, by line; a file that has any is not to be used
 */
public record RuleList(List<AlertRule> rules, List<YamlException> problems) {

    public RuleList {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    public boolean isSound() {
        return problems.isEmpty();
    }

    /** All problems as {@code file:line: what is wrong}, a line each. */
    public String complaint() {
        return problems.stream().map(YamlException::getMessage).collect(Collectors.joining("\n"));
    }
}
