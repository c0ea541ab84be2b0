package dev.tocsin.sink.postgres;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Foreign values in a form that PostgreSQL accepts. */
final class SafeText {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private SafeText() {}

    /** PostgreSQL's text cannot hold NUL; the replacement character stands in for it. */
    static String of(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /** Claimed times may lie anywhere; the database and its readers want four-digit years. */
    static Instant of(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return instant.isAfter(LATEST) ? LATEST : instant;
    }
}
