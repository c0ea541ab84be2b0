package dev.tocsin.console.api.alert;

import dev.tocsin.console.api.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which alerts are wanted; null asks for nothing in particular.
 *
 * @param conflictTopic slug
 * @param subject such as a story id
 * @param since earliest time of raising, inclusive
 */
record AlertFilter(
        @Nullable String ruleId,
        @Nullable String conflictTopic,
        @Nullable String subject,
        @Nullable Instant since,
        int limit,
        @Nullable Cursor cursor) {
    static final int DEFAULT_LIMIT = 30;
    static final int MAX_LIMIT = 200;
}
