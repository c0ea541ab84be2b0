package dev.tocsin.schemas;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumReader;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Avro single-object encoding: two marker bytes, the writer schema's CRC-64 fingerprint, the record
 * (Avro specification, "Single-object encoding"). Writers of every released schema can be read.
 */
final class SingleObjectFormat implements RecordFormat {
    private static final short MARKER = (short) 0xC301;
    private static final int HEADER = Short.BYTES + Long.BYTES;

    private final Map<KafkaTopics, Codec> codecs = new EnumMap<>(KafkaTopics.class);

    SingleObjectFormat() {
        for (KafkaTopics kafkaTopic : KafkaTopics.all()) {
            codecs.put(kafkaTopic, Codec.of(kafkaTopic));
        }
    }

    @Override
    public byte[] encode(KafkaTopics kafkaTopic, SpecificRecord record) {
        try {
            Codec codec = codec(kafkaTopic);
            return codec.coder.encode(codec.header, record);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "cannot write a " + kafkaTopic.topicName() + " record", e);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends SpecificRecord> T decode(KafkaTopics kafkaTopic, byte[] bytes) {
        try {
            return (T) RecordCoder.decode(codec(kafkaTopic).reader(bytes), bytes, HEADER);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableRecordException(
                    "not a record of " + kafkaTopic.topicName() + ": " + e.getMessage(), e);
        }
    }

    private Codec codec(KafkaTopics kafkaTopic) {
        return Objects.requireNonNull(codecs.get(kafkaTopic));
    }

    /**
     * @param readers by the fingerprint of the schema that a record was written with
     */
    private record Codec(
            RecordCoder coder, byte[] header, Map<Long, DatumReader<SpecificRecord>> readers) {

        static Codec of(KafkaTopics kafkaTopic) {
            RecordCoder coder = new RecordCoder(kafkaTopic);
            Map<Long, DatumReader<SpecificRecord>> readers = new HashMap<>();
            for (Schema released : ReleasedSchemas.of(coder.schema().getName())) {
                readers.put(fingerprint(released), coder.reader(released));
            }
            long today = fingerprint(coder.schema());
            readers.put(today, coder.reader(coder.schema()));
            byte[] header =
                    ByteBuffer.allocate(HEADER)
                            .putShort(MARKER)
                            .putLong(Long.reverseBytes(today))
                            .array();
            return new Codec(coder, header, readers);
        }

        DatumReader<SpecificRecord> reader(byte[] bytes) throws IOException {
            ByteBuffer header = ByteBuffer.wrap(bytes);
            if (bytes.length < HEADER || header.getShort() != MARKER) {
                throw new BadHeaderException("no header of Avro's single-object encoding");
            }
            long fingerprint = header.order(ByteOrder.LITTLE_ENDIAN).getLong();
            DatumReader<SpecificRecord> reader = readers.get(fingerprint);
            if (reader == null) {
                throw new MissingSchemaException(
                        "written with a schema unknown here, fingerprint "
                                + Long.toHexString(fingerprint));
            }
            return reader;
        }

        private static long fingerprint(Schema schema) {
            return SchemaNormalization.parsingFingerprint64(schema);
        }
    }
}
