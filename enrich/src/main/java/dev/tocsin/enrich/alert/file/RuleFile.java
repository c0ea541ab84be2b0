package dev.tocsin.enrich.alert.file;

import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.RuleVersion;
import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the rules of a file; of its targets only the names. */
public final class RuleFile {
    /** What the origin of a rule from a file begins with. */
    public static final String ORIGIN = "file ";

    private static final List<String> KEYS = List.of("rules", "targets");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 80;

    private final YamlFile file;
    private final String shortName;
    private final KnownNames names;
    private final List<YamlException> problems = new ArrayList<>();

    private RuleFile(YamlFile file, KnownNames names) {
        this.file = file;
        this.shortName = String.valueOf(Path.of(file.name()).getFileName());
        this.names = names;
    }

    /** The rules of a file, and everything that is wrong with them. */
    public static RuleList read(Path path, KnownNames names) {
        try {
            return new RuleFile(YamlFile.read(path), names).read();
        } catch (YamlException e) {
            return new RuleList(List.of(), List.of(e));
        }
    }

    /** The same of a text; the name is for messages. */
    public static RuleList read(String name, String text, KnownNames names) {
        try {
            return new RuleFile(YamlFile.read(name, text), names).read();
        } catch (YamlException e) {
            return new RuleList(List.of(), List.of(e));
        }
    }

    private RuleList read() {
        Map<String, YamlNode> parts = parts();
        Set<String> targets = targets(parts);
        List<AlertRule> rules = new ArrayList<>();
        switch (parts.get("rules")) {
            case null -> {}
            case YamlNode.Mapping mapping -> rules(mapping, targets, rules);
            case YamlNode.Scalar empty when empty.text().isEmpty() -> {}
            case YamlNode other ->
                    problem(
                            other.line(),
                            "rules: expected a name with its conditions below, not "
                                    + other.kind());
        }
        problems.sort(Comparator.comparingInt(YamlException::line));
        return new RuleList(rules, problems);
    }

    private Map<String, YamlNode> parts() {
        Map<String, YamlNode> parts = new LinkedHashMap<>();
        for (YamlNode.Field field : file.root().fields()) {
            if (!KEYS.contains(field.key())) {
                problem(field.line(), Keys.unknown(field.key(), KEYS));
            } else if (parts.put(field.key(), field.value()) != null) {
                problem(field.line(), "\"" + field.key() + "\" stands here twice");
            }
        }
        return parts;
    }

    private static Set<String> targets(Map<String, YamlNode> parts) {
        Set<String> targets = new TreeSet<>();
        if (parts.get("targets") instanceof YamlNode.Mapping mapping) {
            mapping.fields().forEach(field -> targets.add(field.key()));
        }
        return targets;
    }

    private void rules(YamlNode.Mapping mapping, Set<String> targets, List<AlertRule> rules) {
        Set<String> ids = new TreeSet<>();
        for (YamlNode.Field field : mapping.fields()) {
            checkId(field, ids);
            if (field.value() instanceof YamlNode.Mapping conditions) {
                RuleNode node = new RuleNode(file, field.line(), conditions, problems);
                String origin = ORIGIN + shortName + ":" + field.line();
                rules.add(
                        RuleVersion.on(
                                new RuleReader(node, names, targets).read(field.key(), origin)));
            } else {
                problem(
                        field.line(),
                        "\"%s\": expected its conditions (\"topics: [...]\"), not %s"
                                .formatted(field.key(), field.value().kind()));
            }
        }
    }

    private void checkId(YamlNode.Field field, Set<String> ids) {
        if (!SLUG.matcher(field.key()).matches() || field.key().length() > LONGEST_ID) {
            problem(
                    field.line(),
                    "rule \"%s\": expected lower-case words with hyphens, 80 letters at most"
                            .formatted(field.key()));
        }
        if (!ids.add(field.key())) {
            problem(field.line(), "rule \"" + field.key() + "\" stands here twice");
        }
    }

    private void problem(int line, String text) {
        problems.add(file.error(line, text));
    }
}
