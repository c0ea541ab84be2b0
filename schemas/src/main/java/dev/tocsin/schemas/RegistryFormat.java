package dev.tocsin.schemas;

import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

import java.io.ByteArrayOutputStream;
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
    private final Map<KafkaTopics, Integer> writerIds = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> writerSchemas = new ConcurrentHashMap<>();

    RegistryFormat(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public byte[] encode(KafkaTopics kafkaTopic, SpecificRecord record) {
        int id = writerIds.computeIfAbsent(kafkaTopic, this::register);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
            bytes.writeBytes(ByteBuffer.allocate(HEADER).put(MAGIC).putInt(id).array());
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            SpecificData model = SpecificData.getForClass(kafkaTopic.valueType());
            new SpecificDatumWriter<SpecificRecord>(record.getSchema(), model)
                    .write(record, encoder);
            return bytes.toByteArray();
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "cannot write a " + kafkaTopic.topicName() + " record", e);
        }
    }

    @Override
    public <T extends SpecificRecord> T decode(KafkaTopics kafkaTopic, byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != MAGIC) {
            throw new UnreadableRecordException(
                    "not a record of " + kafkaTopic.topicName() + ": no registry framing");
        }
        Schema writer = writerSchema(ByteBuffer.wrap(bytes).getInt(1));
        try {
            SpecificData model = SpecificData.getForClass(kafkaTopic.valueType());
            Schema reader = model.getSchema(kafkaTopic.valueType());
            return new SpecificDatumReader<T>(writer, reader, model)
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(bytes, HEADER, bytes.length - HEADER, null));
        } catch (IOException | RuntimeException e) {
            throw new UnreadableRecordException(
                    "not a record of " + kafkaTopic.topicName() + ": " + e.getMessage(), e);
        }
    }

    private int register(KafkaTopics kafkaTopic) {
        Schema schema = SpecificData.get().getSchema(kafkaTopic.valueType());
        return registry.register(kafkaTopic.topicName() + "-value", schema);
    }

    private Schema writerSchema(int id) {
        return writerSchemas.computeIfAbsent(id, registry::schema);
    }
}
