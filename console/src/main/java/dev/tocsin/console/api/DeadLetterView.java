package dev.tocsin.console.api;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Something that could not be processed.
 *
 * @param id of the Kafka record: Kafka topic, partition and offset
 * @param stage {@code ingest}, {@code enrich} or {@code sink}
 * @param source where it came from
 * @param originalKey as text
 * @param originalBytes size of the original, null if there was none
 */
public record DeadLetterView(
        String id,
        String stage,
        String source,
        String errorClass,
        String errorText,
        @Nullable String originalKey,
        @Nullable Long originalBytes,
        Instant at) {}
