package dev.tocsin.app.pipeline;

/** Kafka or PostgreSQL cannot be used; the message is a sentence for people. */
public final class GroundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GroundException(String message, Throwable cause) {
        super(message, cause);
    }
}
