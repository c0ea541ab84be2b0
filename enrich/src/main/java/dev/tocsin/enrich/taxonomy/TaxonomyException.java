package dev.tocsin.enrich.taxonomy;

/** A taxonomy cannot be used; the message says where, what was expected and what to do. */
public final class TaxonomyException extends Exception {

    private static final long serialVersionUID = 1L;

    public TaxonomyException(String message) {
        super(message);
    }

    public TaxonomyException(String message, Throwable cause) {
        super(message, cause);
    }
}
