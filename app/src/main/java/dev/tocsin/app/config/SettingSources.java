package dev.tocsin.app.config;

import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects settings: the file first, the environment over it, flags over both. */
final class SettingSources {
    private final Map<String, Setting> settings = new HashMap<>();
    private final Map<String, String> kafkaProperties = new HashMap<>();

    void file(Path path) throws ConfigurationException {
        try {
            YamlFile file = YamlFile.read(path);
            section(file, "", file.root());
        } catch (YamlException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    private void section(YamlFile file, String name, YamlNode.Mapping mapping)
            throws YamlException {
        Keys keys = Keys.of(file, mapping, SettingNames.below(name));
        for (String key : keys.values().keySet()) {
            String full = name.isEmpty() ? key : name + "." + key;
            if (full.equals(SettingNames.KAFKA_PROPERTIES)) {
                kafkaProperties(file, keys.require(key));
            } else if (SettingNames.isSection(full)) {
                section(file, full, mapping(file, full, keys.require(key)));
            } else {
                String where = file.name() + ":" + keys.line(key);
                settings.put(full, new Setting(full, where, keys.texts(key)));
            }
        }
    }

    private static YamlNode.Mapping mapping(YamlFile file, String name, YamlNode node)
            throws YamlException {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw file.error(
                node.line(), name + ": expected indented \"key: value\" lines, not " + node.kind());
    }

    private void kafkaProperties(YamlFile file, YamlNode node) throws YamlException {
        YamlNode.Mapping mapping = mapping(file, SettingNames.KAFKA_PROPERTIES, node);
        List<String> names = mapping.fields().stream().map(YamlNode.Field::key).toList();
        Keys keys = Keys.of(file, mapping, names);
        for (String name : names) {
            kafkaProperties.put(name, keys.text(name).orElse(""));
        }
    }

    void environment(Map<String, String> environment) throws ConfigurationException {
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (SettingNames.isOurs(variable.getKey())) {
                variable(variable.getKey(), variable.getValue());
            }
        }
    }

    private void variable(String variable, String value) throws ConfigurationException {
        String name =
                SettingNames.ofVariable(variable)
                        .orElseThrow(() -> new ConfigurationException(unknown(variable)));
        settings.put(
                name,
                new Setting(
                        name,
                        variable,
                        SettingNames.isList(name)
                                ? List.of(value.split(",", -1))
                                : List.of(value)));
    }

    private static String unknown(String variable) {
        List<String> known = SettingNames.ALL.stream().map(SettingNames::variable).toList();
        return "environment: " + Keys.unknown("variable", variable, known);
    }

    void flag(String name, String flag, List<String> texts) {
        settings.put(name, new Setting(name, flag, texts));
    }

    Optional<Setting> find(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    Map<String, String> kafkaProperties() {
        return Map.copyOf(kafkaProperties);
    }
}
