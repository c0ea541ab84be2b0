package dev.tocsin.schemas;

import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Confluent framing: a zero byte, the schema's id in the registry as four bytes, the record. Read
 * by Confluent, Karapace, Redpanda and Apicurio clients alike. Subjects are named {@code <Kafka
 * topic>-value}.
 */
final class RegistryFormat implements RecordFormat {
    private static final byte MAGIC = 0;
    private static final int HEADER = 5;

    private final SchemaRegistry registry;
    private final Map<KafkaTopics, Writing> writers = new ConcurrentHashMap<>();
    private final Map<Written, DatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();

    private record Writing(RecordCoder coder, byte[] header) {}

    /** How records of a Kafka topic were written: with the schema of an id. */
    private record Written(KafkaTopics kafkaTopic, int id) {}

    RegistryFormat(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public byte[] encode(KafkaTopics kafkaTopic, SpecificRecord record) {
        Writing writing = writers.computeIfAbsent(kafkaTopic, this::register);
        try {
            return writing.coder.encode(writing.header, record);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "cannot write a " + kafkaTopic.topicName() + " record", e);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends SpecificRecord> T decode(KafkaTopics kafkaTopic, byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != MAGIC) {
            throw new UnreadableRecordException(
                    "not a record of " + kafkaTopic.topicName() + ": no registry framing");
        }
        Written written = new Written(kafkaTopic, ByteBuffer.wrap(bytes).getInt(1));
        DatumReader<SpecificRecord> reader = readers.computeIfAbsent(written, this::reader);
        try {
            return (T) RecordCoder.decode(reader, bytes, HEADER);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableRecordException(
                    "not a record of " + kafkaTopic.topicName() + ": " + e.getMessage(), e);
        }
    }

    private Writing register(KafkaTopics kafkaTopic) {
        RecordCoder coder = new RecordCoder(kafkaTopic);
        int id = registry.register(kafkaTopic.topicName() + "-value", coder.schema());
        return new Writing(coder, ByteBuffer.allocate(HEADER).put(MAGIC).putInt(id).array());
    }

    private DatumReader<SpecificRecord> reader(Written written) {
        return new RecordCoder(written.kafkaTopic).reader(registry.schema(written.id));
    }
}
