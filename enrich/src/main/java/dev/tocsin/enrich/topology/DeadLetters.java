package dev.tocsin.enrich.topology;

import dev.tocsin.schemas.DeadLetter;

import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Writes dead letters about the record at hand. */
final class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final String stage;
    private final String source;

    DeadLetters(String stage, Optional<RecordMetadata> metadata) {
        this.stage = stage;
        this.source =
                metadata.map(at -> at.topic() + "-" + at.partition() + "@" + at.offset())
                        .orElse("unknown");
    }

    DeadLetter of(
            @Nullable String key,
            byte @Nullable [] value,
            String errorClass,
            String errorText,
            long millis) {
        log.atWarn()
                .addKeyValue("source", source)
                .addKeyValue("error", errorText)
                .log("record set aside as dead letter");
        return DeadLetter.newBuilder()
                .setStage(stage)
                .setSource(source)
                .setErrorClass(errorClass)
                .setErrorText(errorText)
                .setOriginalKey(key == null ? null : bytes(key))
                .setOriginalValue(value == null ? null : ByteBuffer.wrap(value))
                .setAt(Instant.ofEpochMilli(millis))
                .build();
    }

    private static ByteBuffer bytes(String key) {
        return ByteBuffer.wrap(key.getBytes(StandardCharsets.UTF_8));
    }
}
