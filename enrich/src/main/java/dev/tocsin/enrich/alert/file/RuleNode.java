package dev.tocsin.enrich.alert.file;

import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The keys of one rule. A mistake is noted, and reading goes on. */
final class RuleNode {
    private final YamlFile file;
    private final int line;
    private final Map<String, YamlNode> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<YamlException> problems;

    RuleNode(YamlFile file, int line, YamlNode.Mapping mapping, List<YamlException> problems) {
        this.file = file;
        this.line = line;
        this.problems = problems;
        for (YamlNode.Field field : mapping.fields()) {
            if (values.put(field.key(), field.value()) != null) {
                problem(field.line(), "\"" + field.key() + "\" stands here twice");
            }
            lines.put(field.key(), field.line());
        }
    }

    /** Where the rule begins. */
    int line() {
        return line;
    }

    /** All keys with their lines. */
    Map<String, Integer> keys() {
        return lines;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable YamlNode node(String key) {
        return values.get(key);
    }

    YamlFile file() {
        return file;
    }

    void problem(int at, String text) {
        problems.add(file.error(at, text));
    }

    void problem(YamlException problem) {
        problems.add(problem);
    }

    /** The texts of a list or of a single value. */
    List<Item> items(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case YamlNode.Sequence list -> items(key, list);
            case YamlNode single -> item(key, single).stream().toList();
        };
    }

    private List<Item> items(String key, YamlNode.Sequence list) {
        List<Item> items = new ArrayList<>();
        list.items().forEach(each -> item(key, each).ifPresent(items::add));
        return items;
    }

    private Optional<Item> item(String key, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(new Item(scalar.line(), scalar.text().strip()));
        }
        problem(node.line(), key + ": expected a text, not " + node.kind());
        return Optional.empty();
    }

    /** The single text of a key. */
    Optional<Item> text(String key) {
        YamlNode node = values.get(key);
        return node == null ? Optional.empty() : item(key, node);
    }

    /**
     * The value of a key.
     *
     * @param otherwise where the key is not there, or wrong
     * @param parse empty if the text is no such value
     * @param expected what it should have been, for people
     */
    <T> T value(String key, T otherwise, Function<String, Optional<T>> parse, String expected) {
        Optional<Item> item = text(key);
        if (item.isEmpty()) {
            return otherwise;
        }
        Optional<T> value = parse.apply(item.get().text());
        if (value.isEmpty()) {
            problem(
                    item.get().line(),
                    "%s \"%s\": expected %s".formatted(key, item.get().text(), expected));
        }
        return value.orElse(otherwise);
    }
}
