package dev.tocsin.app.embedded;

/**
 * The broker or the database in this process does not start; the message is a sentence for people.
 */
public final class EmbeddedStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmbeddedStartException(String message, Throwable cause) {
        super(message, cause);
    }

    public EmbeddedStartException(String message) {
        super(message);
    }
}
