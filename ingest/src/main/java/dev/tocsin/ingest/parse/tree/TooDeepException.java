package dev.tocsin.ingest.parse.tree;

/** Elements are nested beyond any honest feed. */
public final class TooDeepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooDeepException(int deepest) {
        super("The document nests more than %d elements.".formatted(deepest), null, false, false);
    }
}
