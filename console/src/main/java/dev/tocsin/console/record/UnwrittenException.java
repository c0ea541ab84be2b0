package dev.tocsin.console.record;

/** Kafka did not take a record; it may be sent again. */
public final class UnwrittenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnwrittenException(String message, Throwable cause) {
        super(message, cause);
    }
}
