package dev.tocsin.schemas;

import org.apache.avro.specific.SpecificRecord;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How records become bytes on Kafka and come back. Which of the two formats is in force is decided
 * here and known nowhere else. Implementations are safe for use by many threads.
 */
public sealed interface RecordFormat permits SingleObjectFormat, RegistryFormat {

    /**
     * The bytes of a record for a Kafka topic.
     *
     * @throws org.apache.kafka.common.errors.SerializationException if the record lacks a required
     *     field or the registry refuses the schema
     */
    byte[] encode(KafkaTopics kafkaTopic, SpecificRecord record);

    /**
     * The record that the bytes hold, read with the schema of this build.
     *
     * @throws UnreadableRecordException if the bytes are not a record of that Kafka topic
     */
    <T extends SpecificRecord> T decode(KafkaTopics kafkaTopic, byte[] bytes);

    /**
     * Confluent framing through the registry at the address, or Avro single-object encoding, which
     * needs no registry.
     */
    static RecordFormat of(Optional<URI> registry) {
        return registry.<RecordFormat>map(address -> through(address, Duration.ofSeconds(30)))
                .orElseGet(SingleObjectFormat::new);
    }

    /**
     * Confluent framing.
     *
     * @param patience how long a registry is waited for that does not answer
     */
    static RecordFormat through(URI registry, Duration patience) {
        return new RegistryFormat(new SchemaRegistry(registry, patience));
    }
}
