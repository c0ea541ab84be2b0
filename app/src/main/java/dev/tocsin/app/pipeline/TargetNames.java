package dev.tocsin.app.pipeline;

import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Names of the targets in a file, for a process that tells nobody and has none of their secrets.
 * Empty where the file is not there or cannot be read: then it is unknown who there is.
 */
final class TargetNames implements Supplier<Optional<List<String>>> {
    private final Path file;

    TargetNames(Path file) {
        this.file = file;
    }

    @Override
    public Optional<List<String>> get() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    YamlFile.read(file).root().fields().stream()
                            .filter(field -> field.key().equals("targets"))
                            .flatMap(field -> names(field.value()).stream())
                            .toList());
        } catch (YamlException e) {
            return Optional.empty();
        }
    }

    private static List<String> names(YamlNode targets) {
        return targets instanceof YamlNode.Mapping mapping
                ? mapping.fields().stream().map(YamlNode.Field::key).toList()
                : List.of();
    }
}
