package dev.tocsin.enrich.taxonomy;

import java.util.List;

/** A piece of YAML that remembers its line. */
sealed interface YamlNode {

    /** Line in the file, from 1. */
    int line();

    record Scalar(int line, String text) implements YamlNode {}

    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    record Mapping(int line, List<Field> fields) implements YamlNode {}

    record Field(int line, String key, YamlNode value) {}

    /** What the piece is, in words for people. */
    default String kind() {
        return switch (this) {
            case Scalar scalar -> "\"" + scalar.text() + "\"";
            case Sequence _ -> "a list";
            case Mapping _ -> "a mapping";
        };
    }
}
