package dev.tocsin.sink.targets;

import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of one target, with errors that name the line. */
final class Fields {
    private static final String ELSEWHERE = "env:NAME or file:PATH keeps it out of the file";

    private final Keys keys;
    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> warnings = new ArrayList<>();
    private final Set<Path> files = new HashSet<>();

    /**
     * @param folder that paths of secrets are relative to
     */
    Fields(Keys keys, Path folder, Map<String, String> environment) {
        this.keys = keys;
        this.folder = folder;
        this.environment = environment;
    }

    List<String> warnings() {
        return warnings;
    }

    Set<Path> files() {
        return files;
    }

    YamlException error(String key, String problem) {
        return keys.file().error(keys.line(key), key + ": " + problem);
    }

    String required(String key, String expected) throws YamlException {
        Optional<String> text = keys.text(key).filter(each -> !each.isBlank());
        if (text.isEmpty()) {
            throw keys.file()
                    .error(keys.line(key), "\"%s\" is missing: %s".formatted(key, expected));
        }
        return oneLine(key, text.get());
    }

    Optional<String> optional(String key) throws YamlException {
        Optional<String> text = keys.text(key).filter(each -> !each.isBlank());
        return text.isPresent() ? Optional.of(oneLine(key, text.get())) : text;
    }

    List<String> list(String key) throws YamlException {
        List<String> texts = keys.texts(key);
        for (String text : texts) {
            oneLine(key, text);
        }
        return texts;
    }

    int number(String key, int otherwise, int least, int most) throws YamlException {
        Optional<String> text = optional(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("\\d{1,6}")) {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw error(key, "expected a number from %d to %d".formatted(least, most));
    }

    URI url(String key, String text) throws YamlException {
        try {
            URI url = URI.create(text);
            boolean isWeb = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (isWeb && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException _) {
            // answered below, like an address of another kind; it may be a secret, so not shown
        }
        throw error(key, "expected an address that begins with https://");
    }

    Secret secret(String key, String expected) throws YamlException {
        return secret(key, required(key, expected), true);
    }

    /** The same where a literal needs no warning. */
    Secret address(String key, String expected) throws YamlException {
        return secret(key, required(key, expected), false);
    }

    Optional<Secret> optionalSecret(String key) throws YamlException {
        Optional<String> text = optional(key);
        return text.isPresent() ? Optional.of(secret(key, text.get(), true)) : Optional.empty();
    }

    List<Secret> secrets(String key) throws YamlException {
        List<Secret> secrets = new ArrayList<>();
        for (String text : list(key)) {
            secrets.add(secret(key, text, true));
        }
        return secrets;
    }

    private Secret secret(String key, String text, boolean isKept) throws YamlException {
        if (text.startsWith("env:")) {
            return new Secret(oneLine(key, ofEnvironment(key, text.substring(4).strip())));
        }
        if (text.startsWith("file:")) {
            return new Secret(oneLine(key, ofFile(key, text.substring(5).strip())));
        }
        if (isKept) {
            warnings.add(
                    "%s:%d: %s stands here for everybody to read; %s"
                            .formatted(keys.file().name(), keys.line(key), key, ELSEWHERE));
        }
        return new Secret(text);
    }

    private String ofEnvironment(String key, String name) throws YamlException {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw error(key, "there is no environment variable %s; set it".formatted(name));
        }
        return value.strip();
    }

    private String ofFile(String key, String name) throws YamlException {
        Path file = folder.resolve(name);
        try {
            files.add(file);
            String text = Files.readString(file).strip();
            if (!text.isEmpty()) {
                return text;
            }
        } catch (IOException | RuntimeException e) {
            String reason = Files.exists(file) ? "cannot be read" : "is not there";
            throw error(key, "the file %s %s".formatted(file, reason));
        }
        throw error(key, "the file %s is empty".formatted(file));
    }

    private String oneLine(String key, String text) throws YamlException {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw error(key, "expected one line without control characters");
        }
        return text;
    }
}
