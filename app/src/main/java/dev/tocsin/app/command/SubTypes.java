package dev.tocsin.app.command;

import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the sub-types of another data set are called here.
 *
 * @param counterparts event type by sub-type
 * @param none sub-types that are no event of ours at all
 */
record SubTypes(Map<String, String> counterparts, Set<String> none) {

    /** CASE 2021 task 2, whose sub-types are those of ACLED and five that are none. */
    static final SubTypes CASE_2021 = bundled("/evaluate/case-2021-task-2.yaml");

    /** The right event types for a sub-type; empty if it has no counterpart and is left out. */
    Optional<Set<String>> eventTypes(String subType) {
        return none.contains(subType)
                ? Optional.of(Set.of())
                : Optional.ofNullable(counterparts.get(subType)).map(Set::of);
    }

    private static SubTypes bundled(String resource) {
        try (InputStream in =
                Objects.requireNonNull(SubTypes.class.getResourceAsStream(resource), resource)) {
            return read(
                    YamlFile.read(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException | YamlException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }

    private static SubTypes read(YamlFile file) throws YamlException {
        Keys keys = file.keys(List.of("counterparts", "none"));
        Map<String, String> counterparts = new HashMap<>();
        if (keys.require("counterparts") instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Field field : mapping.fields()) {
                if (field.value() instanceof YamlNode.Scalar type) {
                    counterparts.put(field.key(), type.text());
                }
            }
        }
        return new SubTypes(Map.copyOf(counterparts), Set.copyOf(keys.texts("none")));
    }
}
