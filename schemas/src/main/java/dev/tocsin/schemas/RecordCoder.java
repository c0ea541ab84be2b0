package dev.tocsin.schemas;

import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Records of one Kafka topic in Avro's binary encoding, behind whatever framing a format gives
 * them. Safe for use by many threads.
 */
final class RecordCoder {
    private static final int USUAL_LENGTH = 2_048;
    private static final ThreadLocal<BinaryEncoder> ENCODERS =
            ThreadLocal.withInitial(
                    () -> EncoderFactory.get().binaryEncoder(new ByteArrayOutputStream(0), null));
    private static final ThreadLocal<BinaryDecoder> DECODERS =
            ThreadLocal.withInitial(() -> DecoderFactory.get().binaryDecoder(new byte[0], null));

    private final SpecificData model;
    private final Schema schema;
    private final DatumWriter<SpecificRecord> writer;

    RecordCoder(KafkaTopics kafkaTopic) {
        model = SpecificData.getForClass(kafkaTopic.valueType());
        // What Avro generated into the records writes the same bytes without asking the schema.
        model.setCustomCoders(true);
        schema = model.getSchema(kafkaTopic.valueType());
        writer = new SpecificDatumWriter<>(schema, model);
    }

    /** The schema of this build, which records are written with. */
    Schema schema() {
        return schema;
    }

    /** The framing and the record behind it. */
    byte[] encode(byte[] framing, SpecificRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        bytes.writeBytes(framing);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, ENCODERS.get());
        writer.write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    /** Reads records that were written with a schema as records of this build. */
    DatumReader<SpecificRecord> reader(Schema written) {
        return new SpecificDatumReader<>(written, schema, model);
    }

    /** The record behind a framing of so many bytes. */
    @SuppressWarnings("NullAway") // Avro makes a new record where it is given none to fill
    static SpecificRecord decode(DatumReader<SpecificRecord> reader, byte[] bytes, int framing)
            throws IOException {
        return reader.read(
                null,
                DecoderFactory.get()
                        .binaryDecoder(bytes, framing, bytes.length - framing, DECODERS.get()));
    }
}
