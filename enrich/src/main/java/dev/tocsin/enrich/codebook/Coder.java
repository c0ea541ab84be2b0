package dev.tocsin.enrich.codebook;

import dev.tocsin.enrich.annotate.Annotator;
import dev.tocsin.enrich.tag.Tagger;

/** A codebook made ready to be applied. Thread-safe. */
public record Coder(Tagger tagger, Annotator annotator) {

    /** Compiles all of it; takes a moment. */
    public static Coder of(Codebook codebook) {
        return new Coder(new Tagger(codebook.taxonomy()), new Annotator(codebook.annotations()));
    }

    /** The parts of this one where they say what the codebook says; the others compiled anew. */
    Coder after(Codebook next) {
        boolean sameTopics = tagger.taxonomyVersion().equals(next.taxonomy().version());
        boolean sameData = annotator.version().equals(next.annotations().version());
        return new Coder(
                sameTopics ? tagger : new Tagger(next.taxonomy()),
                sameData ? annotator : new Annotator(next.annotations()));
    }
}
