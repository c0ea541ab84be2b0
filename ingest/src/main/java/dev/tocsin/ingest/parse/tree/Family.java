package dev.tocsin.ingest.parse.tree;

/** Which of ROME's two models a document is brought into. */
public enum Family {
    /** RSS of every age, RDF, CDF and sitemaps. */
    RSS,
    /** Atom of every age, and JSON Feed. */
    ATOM
}
