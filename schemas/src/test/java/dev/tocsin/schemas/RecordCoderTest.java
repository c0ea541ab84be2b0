package dev.tocsin.schemas;

import static dev.tocsin.schemas.KafkaTopics.TAGGED_ARTICLES;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions.TimestampMillisConversion;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The bytes are those of Avro's own message encoder, whichever of its coders make them. */
class RecordCoderTest {
    private static final int RECORDS = 200;
    private static final long SEED = 7;

    private final RecordFormat format = RecordFormat.of(Optional.empty());

    static Iterable<Arguments> samples() {
        return RecordFormatTest.samples().toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsWrittenAsAvroWritesIt(KafkaTopics kafkaTopic, SpecificRecord record)
            throws IOException {
        assertThat(format.encode(kafkaTopic, record)).isEqualTo(writtenByAvro(record));
    }

    @Test
    void aTextLongerThanAnyBufferIsWrittenAsAvroWritesIt() throws IOException {
        TaggedArticle record =
                TaggedArticle.newBuilder(SampleRecords.taggedArticle())
                        .setBody("Сводка за день \uD83D\uDE80. ".repeat(5_000))
                        .build();

        assertThat(format.encode(TAGGED_ARTICLES, record)).isEqualTo(writtenByAvro(record));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenWithAnySchemaIsReadAndWrittenAsAvroDoes(KafkaTopics kafkaTopic)
            throws IOException {
        Schema today = SpecificData.get().getSchema(kafkaTopic.valueType());
        var writer = new BinaryMessageEncoder<>(new GenericData(), today);
        var reader = new BinaryMessageDecoder<>(new GenericData(), today);
        List<Schema> schemas = new ArrayList<>(ReleasedSchemas.of(today.getName()));
        schemas.forEach(reader::addSchema);
        schemas.add(today);

        for (Schema schema : schemas) {
            var avro = new BinaryMessageEncoder<>(new GenericData(), schema);
            for (Object record : new RandomData(schema, RECORDS, SEED)) {
                byte[] bytes = bytes(avro.encode(record));
                assertThat(format.encode(kafkaTopic, format.decode(kafkaTopic, bytes)))
                        .isEqualTo(bytes(writer.encode(reader.decode(bytes))));
            }
        }
    }

    @Test
    void aRecordThatCannotBeWrittenLeavesNothingInTheNext() throws IOException {
        TaggedArticle unfinished = new TaggedArticle();
        unfinished.put("id", "an id and nothing else");
        TaggedArticle next = SampleRecords.taggedArticle();

        assertThatThrownBy(() -> format.encode(TAGGED_ARTICLES, unfinished))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("news.articles.tagged.v1");

        assertThat(format.encode(TAGGED_ARTICLES, next)).isEqualTo(writtenByAvro(next));
    }

    @Test
    void manyThreadsWriteAndReadAtOnce() {
        TaggedArticle record = SampleRecords.taggedArticle();
        byte[] bytes = format.encode(TAGGED_ARTICLES, record);

        long same =
                IntStream.range(0, 2_000)
                        .parallel()
                        .mapToObj(_ -> format.<TaggedArticle>decode(TAGGED_ARTICLES, bytes))
                        .filter(record::equals)
                        .filter(read -> Arrays.equals(format.encode(TAGGED_ARTICLES, read), bytes))
                        .count();

        assertThat(same).isEqualTo(2_000);
    }

    @Test
    void aRecordCutShortIsUnreadable() {
        byte[] bytes = format.encode(KafkaTopics.ARTICLES, SampleRecords.article());

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> format.decode(KafkaTopics.ARTICLES, cut))
                    .isInstanceOf(UnreadableRecordException.class);
        }
    }

    /** By a model that walks along the schema and uses none of the coders in the records. */
    private static byte[] writtenByAvro(SpecificRecord record) throws IOException {
        SpecificData model = new SpecificData();
        model.addLogicalTypeConversion(new TimestampMillisConversion());
        return bytes(new BinaryMessageEncoder<>(model, record.getSchema()).encode(record));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
