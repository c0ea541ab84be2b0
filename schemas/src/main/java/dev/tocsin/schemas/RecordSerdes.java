package dev.tocsin.schemas;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Kafka's serialiser interfaces over a {@link RecordFormat}; null stays null, as in tombstones. */
public final class RecordSerdes {
    private final RecordFormat format;

    public RecordSerdes(RecordFormat format) {
        this.format = format;
    }

    /** Writes values of the Kafka topic. */
    public <T extends SpecificRecord> Serializer<T> serializer(KafkaTopics kafkaTopic) {
        return (ignored, value) -> encode(kafkaTopic, value);
    }

    /**
     * Reads values of the Kafka topic; throws {@link UnreadableRecordException} on foreign bytes.
     */
    public <T extends SpecificRecord> Deserializer<T> deserializer(KafkaTopics kafkaTopic) {
        return (ignored, bytes) -> decode(kafkaTopic, bytes);
    }

    /** The format underneath, for those who handle bytes themselves. */
    public RecordFormat format() {
        return format;
    }

    @SuppressWarnings("NullAway") // Kafka passes null for tombstones and takes null back
    private byte[] encode(KafkaTopics kafkaTopic, @Nullable SpecificRecord value) {
        return value == null ? null : format.encode(kafkaTopic, value);
    }

    @SuppressWarnings("NullAway")
    private <T extends SpecificRecord> T decode(KafkaTopics kafkaTopic, byte @Nullable [] bytes) {
        return bytes == null ? null : format.decode(kafkaTopic, bytes);
    }
}
