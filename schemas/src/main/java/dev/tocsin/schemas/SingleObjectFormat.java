package dev.tocsin.schemas;

import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;

/**
 * Avro single-object encoding: two marker bytes, the writer schema's CRC-64 fingerprint, the record
 * (Avro specification, "Single-object encoding"). Writers of every released schema can be read.
 */
final class SingleObjectFormat implements RecordFormat {
    private final Map<KafkaTopics, Codec> codecs = new EnumMap<>(KafkaTopics.class);

    SingleObjectFormat() {
        for (KafkaTopics kafkaTopic : KafkaTopics.all()) {
            codecs.put(kafkaTopic, Codec.of(kafkaTopic));
        }
    }

    @Override
    public byte[] encode(KafkaTopics kafkaTopic, SpecificRecord record) {
        try {
            ByteBuffer encoded = codec(kafkaTopic).encoder.encode(record);
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "cannot write a " + kafkaTopic.topicName() + " record", e);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends SpecificRecord> T decode(KafkaTopics kafkaTopic, byte[] bytes) {
        try {
            return (T) codec(kafkaTopic).decoder.decode(bytes);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableRecordException(
                    "not a record of " + kafkaTopic.topicName() + ": " + e.getMessage(), e);
        }
    }

    private Codec codec(KafkaTopics kafkaTopic) {
        return java.util.Objects.requireNonNull(codecs.get(kafkaTopic));
    }

    private record Codec(
            BinaryMessageEncoder<SpecificRecord> encoder,
            BinaryMessageDecoder<SpecificRecord> decoder) {

        static Codec of(KafkaTopics kafkaTopic) {
            SpecificData model = SpecificData.getForClass(kafkaTopic.valueType());
            Schema schema = model.getSchema(kafkaTopic.valueType());
            BinaryMessageDecoder<SpecificRecord> decoder =
                    new BinaryMessageDecoder<>(model, schema);
            ReleasedSchemas.of(schema.getName()).forEach(decoder::addSchema);
            return new Codec(new BinaryMessageEncoder<>(model, schema), decoder);
        }
    }
}
