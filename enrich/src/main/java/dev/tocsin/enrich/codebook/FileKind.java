package dev.tocsin.enrich.codebook;

import dev.tocsin.enrich.taxonomy.TaxonomyFormat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The kinds of files in a taxonomy's folder; each has a JSON Schema. */
public enum FileKind {
    CONFLICT_TOPIC("SLUG.yaml"),
    /** Words of war that all conflict topics share. */
    CONTEXT("_context.yaml"),
    /** Words of other worlds that all conflict topics share. */
    EXCLUSIONS("_exclusions.yaml"),
    /** Labelled headlines of a topic or of an event type. */
    EXAMPLES("examples/SLUG.yaml"),
    EVENT_TYPE("events/SLUG.yaml"),
    /** What is no event of any type. */
    EVENT_EXCLUSIONS("events/_exclusions.yaml"),
    PLACES("places/*.yaml"),
    COUNTRIES("places/_countries.yaml"),
    /** What only looks like a place. */
    NAMESAKES("places/_namesakes.yaml"),
    ACTORS("actors/*.yaml");

    private final String files;

    FileKind(String files) {
        this.files = files;
    }

    /** Where such files lie within a taxonomy's folder. */
    public String files() {
        return files;
    }

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
