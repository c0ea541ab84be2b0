package dev.tocsin.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.schemas.SampleRecords;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class PollEncoderTest {
    private static final Instant OBSERVED = SampleRecords.article().getObservedAt();

    private final RecordSerdes serdes = new RecordSerdes(RecordFormat.of(Optional.empty()));
    private final PollEncoder encoder = new PollEncoder(3, serdes);

    @Test
    void articlesDeadLettersAndEventsComeBeforeTheCursorThatAccountsForThem() {
        List<ProducerRecord<String, byte[]>> records =
                encoder.encode(result(SampleRecords.article())).records();

        assertThat(records)
                .extracting(ProducerRecord::topic)
                .containsExactly(
                        KafkaTopics.ARTICLES.topicName(),
                        KafkaTopics.DEAD_LETTERS.topicName(),
                        KafkaTopics.FEED_EVENTS.topicName(),
                        KafkaTopics.FEED_CURSORS.topicName());
        assertThat(records)
                .extracting(ProducerRecord::key)
                .containsExactly(
                        SampleRecords.article().getId(),
                        SampleRecords.feed().getId(),
                        SampleRecords.feed().getId(),
                        SampleRecords.feed().getId());
    }

    @Test
    void onlyTheCursorIsBoundToThePartitionOfItsFeed() {
        assertThat(encoder.encode(result(SampleRecords.article())).records())
                .extracting(ProducerRecord::partition)
                .containsExactly(null, null, null, 3);
    }

    @Test
    void whatIsWrittenCanBeReadBack() {
        ProducerRecord<String, byte[]> last =
                encoder.encode(result(SampleRecords.article())).records().getLast();

        FeedCursor cursor = serdes.format().decode(KafkaTopics.FEED_CURSORS, last.value());
        assertThat(cursor).isEqualTo(SampleRecords.cursor());
    }

    @Test
    void theRecordTimeIsTheClaimedDateUnlessItLiesInTheFutureOrBeforeTheEpoch() {
        Instant earlier = OBSERVED.minusSeconds(600);

        assertThat(time(earlier)).isEqualTo(earlier);
        assertThat(time(OBSERVED.plus(Duration.ofDays(3_650)))).isEqualTo(OBSERVED);
        assertThat(time(Instant.parse("1900-01-01T00:00:00Z"))).isEqualTo(OBSERVED);
        assertThat(time(null)).isEqualTo(OBSERVED);
    }

    @Test
    void aRecordThatKafkaWouldRefuseDoesNotFit() {
        assertThat(encoder.encode(result(bodyOf(500_000))).fit()).isTrue();
        assertThat(encoder.encode(result(bodyOf(1_100_000))).fit()).isFalse();
    }

    @Test
    void aFencedProducerIsKnownByWhateverWrapsIt() {
        KafkaException fenced = new ProducerFencedException("old epoch");

        assertThat(ShardProducer.isFenced(fenced)).isTrue();
        assertThat(ShardProducer.isFenced(new KafkaException("commit", fenced))).isTrue();
        assertThat(ShardProducer.isFenced(new InvalidProducerEpochException("old"))).isTrue();
        assertThat(ShardProducer.isFenced(new TimeoutException("slow"))).isFalse();
    }

    @Test
    void aForeignRecordIsSkipped() {
        RecordReader<FeedCursor> reader = new RecordReader<>(KafkaTopics.FEED_CURSORS, serdes);

        assertThat(reader.read(consumed(new byte[] {1, 2, 3}))).isEmpty();
        assertThat(reader.read(consumed(encoded()))).contains(SampleRecords.cursor());
    }

    private byte[] encoded() {
        return serdes.format().encode(KafkaTopics.FEED_CURSORS, SampleRecords.cursor());
    }

    private static ConsumerRecord<String, byte[]> consumed(byte[] value) {
        return new ConsumerRecord<>("t", 0, 7, "key", value);
    }

    private Instant time(@Nullable Instant publishedAt) {
        Article article =
                Article.newBuilder(SampleRecords.article()).setPublishedAt(publishedAt).build();
        return Instant.ofEpochMilli(
                encoder.encode(result(article)).records().getFirst().timestamp());
    }

    private static Article bodyOf(int length) {
        return Article.newBuilder(SampleRecords.article()).setBody("x".repeat(length)).build();
    }

    private static PollResult result(Article article) {
        return new PollResult(
                SampleRecords.feed(),
                SampleRecords.cursor(),
                List.of(article),
                List.of(SampleRecords.deadLetter()),
                List.of(SampleRecords.feedEvent()));
    }
}
