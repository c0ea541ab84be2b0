package dev.tocsin.schemas;

import org.apache.avro.Schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The schemas of every release, as resources below {@code released/}. They are never edited: a
 * release adds a folder, and the compatibility test reads all of them.
 */
final class ReleasedSchemas {
    /** Versions that have been released, oldest first. */
    static final List<String> VERSIONS = List.of("0.1.0");

    private ReleasedSchemas() {}

    /**
     * The schemas that a record type has had, oldest first; releases that lack it are passed over.
     */
    static List<Schema> of(String recordName) {
        return VERSIONS.stream()
                .map(version -> "released/" + version + "/" + recordName + ".avsc")
                .map(ReleasedSchemas.class::getResource)
                .filter(java.util.Objects::nonNull)
                .map(ReleasedSchemas::parse)
                .toList();
    }

    private static Schema parse(java.net.URL resource) {
        try (InputStream content = resource.openStream()) {
            return new Schema.Parser().parse(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
