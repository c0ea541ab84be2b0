package dev.tocsin.enrich.ahead;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.Function;

/** Finds the outcome that was begun ahead by the headers it travels with. */
final class IncomingDeserializer<T> implements Deserializer<Incoming<T>> {
    private final Function<byte[], T> work;

    IncomingDeserializer(Function<byte[], T> work) {
        this.work = work;
    }

    @Override
    public Incoming<T> deserialize(String kafkaTopic, byte @Nullable [] bytes) {
        return new Incoming<>(bytes, () -> work.apply(Objects.requireNonNull(bytes)));
    }

    @Override
    @SuppressWarnings(
            "unchecked") // errands on a Kafka topic apply the function of its deserializer
    public Incoming<T> deserialize(String kafkaTopic, Headers headers, byte @Nullable [] bytes) {
        return headers instanceof AnnouncedHeaders announced
                ? new Incoming<>(bytes, ((Errand<T>) announced.errand())::outcome)
                : deserialize(kafkaTopic, bytes);
    }
}
