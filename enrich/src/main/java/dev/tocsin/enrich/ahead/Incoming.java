package dev.tocsin.enrich.ahead;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * A record's value in its turn.
 *
 * @param bytes as they came; null if the record has no value
 * @param outcome what the work makes of the bytes, perhaps done already; may be asked once or not
 *     at all, and not if there are no bytes
 */
public record Incoming<T>(byte @Nullable [] bytes, Supplier<T> outcome) {}
