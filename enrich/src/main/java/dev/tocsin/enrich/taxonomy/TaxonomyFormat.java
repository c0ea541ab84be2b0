package dev.tocsin.enrich.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** How the files of a taxonomy are written: their keys, and the JSON Schema of a topic's file. */
public final class TaxonomyFormat {
    private static final String SCHEMA = "conflict-topic.schema.json";

    private TaxonomyFormat() {}

    /** Keys that may stand in a file of that name. */
    public static List<String> keys(String file) {
        return switch (file) {
            case TaxonomyReader.CONTEXT -> TaxonomyReader.CONTEXT_KEYS;
            case TaxonomyReader.EXCLUSIONS -> TaxonomyReader.EXCLUSION_KEYS;
            default -> ConflictTopicReader.KEYS;
        };
    }

    /** Keys of a pair. */
    public static List<String> pairKeys() {
        return ConflictTopicReader.PAIR_KEYS;
    }

    /** JSON Schema (draft 2020-12) of the file of a conflict topic, for editors. */
    public static String schema() {
        try (InputStream resource = TaxonomyFormat.class.getResourceAsStream(SCHEMA)) {
            byte[] bytes = Objects.requireNonNull(resource, SCHEMA).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(SCHEMA + " cannot be read", e);
        }
    }
}
