package dev.tocsin.console.api;

import org.jspecify.annotations.Nullable;

/** What was asked for cannot be meant; the message says what and how to do it. */
public final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 2L;
    private final @Nullable String field;

    public BadRequestException(String message) {
        this(null, message);
    }

    /**
     * @param field of the request that is wrong, null where none in particular is
     */
    public BadRequestException(@Nullable String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field of the request that is wrong, null where none in particular is. */
    public @Nullable String field() {
        return field;
    }
}
