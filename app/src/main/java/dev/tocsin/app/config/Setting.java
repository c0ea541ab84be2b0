package dev.tocsin.app.config;

import java.util.List;

/**
 * A value as written.
 *
 * @param name such as {@code polling.interval}
 * @param where it was written: {@code file:line}, a flag or an environment variable
 * @param texts one, or several for a list
 */
record Setting(String name, String where, List<String> texts) {

    Setting {
        texts = List.copyOf(texts);
    }

    String text() throws ConfigurationException {
        if (texts.size() != 1) {
            throw error("expected one value, not " + texts.size());
        }
        return texts.getFirst();
    }

    ConfigurationException error(String expected) {
        String written = String.join(", ", texts);
        String shown = isSecret() ? "***" : written;
        return new ConfigurationException(
                "%s: %s \"%s\": %s".formatted(where, name, shown, expected));
    }

    /** An address may hold a password; the path of a file holds none. */
    private boolean isSecret() {
        return name.startsWith("postgres.") && !name.endsWith("-file");
    }
}
