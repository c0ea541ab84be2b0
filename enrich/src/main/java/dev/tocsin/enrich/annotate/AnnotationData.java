package dev.tocsin.enrich.annotate;

import dev.tocsin.enrich.actor.Actors;
import dev.tocsin.enrich.event.EventTypes;
import dev.tocsin.enrich.match.Lexicon;
import dev.tocsin.enrich.match.LexiconBuilder;
import dev.tocsin.enrich.place.Gazetteer;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.schemas.ContentVersion;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Event types, places and actors as data. */
public record AnnotationData(EventTypes eventTypes, Gazetteer gazetteer, Actors actors) {

    /** What comes with the program. */
    public static AnnotationData bundled() {
        try {
            return read(AnnotationFiles::bundled);
        } catch (TaxonomyException e) {
            throw new IllegalStateException(
                    "the bundled data cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * What comes with the program, and the files of a taxonomy's folder in its stead or beside it.
     *
     * @throws TaxonomyException with file and line if anything is wrong
     */
    public static AnnotationData read(Path taxonomy) throws TaxonomyException {
        return read(kind -> AnnotationFiles.inForce(kind, taxonomy));
    }

    /**
     * The same with files of the taxonomy that have been read.
     *
     * @throws TaxonomyException with file and line if anything is wrong
     */
    public static AnnotationData read(Map<AnnotationKind, List<YamlFile>> own)
            throws TaxonomyException {
        return read(kind -> AnnotationFiles.inForce(kind, own.getOrDefault(kind, List.of())));
    }

    @FunctionalInterface
    private interface Source {
        List<YamlFile> files(AnnotationKind kind) throws TaxonomyException;
    }

    private static AnnotationData read(Source source) throws TaxonomyException {
        try {
            return new AnnotationData(
                    EventTypes.read(source.files(AnnotationKind.EVENTS)),
                    Gazetteer.read(source.files(AnnotationKind.PLACES)),
                    Actors.read(source.files(AnnotationKind.ACTORS)));
        } catch (YamlException e) {
            throw new TaxonomyException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A short hash of what the data say; the same content always has the same version. */
    public String version() {
        return ContentVersion.of(toString());
    }

    /** All words of all data. */
    public Lexicon lexicon() {
        LexiconBuilder lexicon = new LexiconBuilder();
        eventTypes.addTo(lexicon);
        gazetteer.addTo(lexicon);
        actors.addTo(lexicon);
        return lexicon.build();
    }
}
