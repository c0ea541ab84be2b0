package dev.tocsin.console.api;

/** A question that makes no sense as asked; the message says what to change. */
public final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadRequestException(String message) {
        super(message);
    }
}
