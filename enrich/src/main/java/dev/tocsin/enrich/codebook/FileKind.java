package dev.tocsin.enrich.codebook;

import dev.tocsin.enrich.taxonomy.TaxonomyFormat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The kinds of files in a taxonomy's folder that have a JSON Schema. */
public enum FileKind {
    /** {@code SLUG.yaml}. */
    CONFLICT_TOPIC,
    /** {@code events/SLUG.yaml}. */
    EVENT_TYPE,
    /** {@code places/*.yaml}. */
    PLACES,
    /** {@code places/_countries.yaml}. */
    COUNTRIES,
    /** {@code actors/*.yaml}. */
    ACTORS;

    /** As users write it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** JSON Schema (draft 2020-12) of such a file, for editors. */
    public String schema() {
        return this == CONFLICT_TOPIC ? TaxonomyFormat.schema() : read(title() + ".schema.json");
    }

    private static String read(String name) {
        try (InputStream resource = FileKind.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(resource, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
