package dev.tocsin.enrich.codebook;

import dev.tocsin.enrich.annotate.AnnotationData;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.enrich.taxonomy.TaxonomyReader;

import java.nio.file.Path;

/** All that articles are read by: conflict topics, event types, places and actors. */
public record Codebook(Taxonomy taxonomy, AnnotationData annotations) {

    /** The one that comes with the program. */
    public static Codebook bundled() {
        return new Codebook(TaxonomyReader.bundled(), AnnotationData.bundled());
    }

    /**
     * The conflict topics of the folder; event types, places and actors as they ship, with what the
     * folder's {@code events}, {@code places} and {@code actors} replace and add.
     *
     * @throws TaxonomyException if any file is missing, unreadable or wrong, naming file and line
     */
    public static Codebook read(Path folder) throws TaxonomyException {
        return new Codebook(TaxonomyReader.read(folder), AnnotationData.read(folder));
    }

    /**
     * The same of files that have been read.
     *
     * @throws TaxonomyException as above
     */
    public static Codebook read(CodebookFiles files) throws TaxonomyException {
        return new Codebook(
                TaxonomyReader.read(files.topics()), AnnotationData.read(files.annotations()));
    }

    /** Whether both say the same. */
    boolean agrees(Codebook other) {
        return taxonomy.version().equals(other.taxonomy.version())
                && annotations.version().equals(other.annotations.version());
    }
}
