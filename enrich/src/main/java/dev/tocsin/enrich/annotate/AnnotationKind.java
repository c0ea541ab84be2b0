package dev.tocsin.enrich.annotate;

import java.util.Locale;

/** What files of annotation data are about. */
public enum AnnotationKind {
    EVENTS,
    PLACES,
    ACTORS;

    /** Name of their folder within that of a taxonomy. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
