package dev.tocsin.ingest.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.ingest.publish.PollEncoder;
import dev.tocsin.ingest.publish.PollRecords;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.schemas.SampleRecords;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class PollWriterTest {
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");

    private final PollWriter writer =
            new PollWriter(new PollEncoder(0, new RecordSerdes(RecordFormat.of(Optional.empty()))));

    @Test
    void anOrdinaryPollIsWrittenAsItIs() {
        PollResult result = result(SampleRecords.article());

        assertThat(records(result).result()).isEqualTo(result);
    }

    @Test
    void aPollTooLargeForKafkaIsShownAtItsFeedInstead() {
        PollRecords records =
                records(
                        result(
                                Article.newBuilder(SampleRecords.article())
                                        .setBody("x".repeat(2_000_000))
                                        .build()));

        assertThat(records.records()).hasSize(1);
        assertThat(records.fit()).isTrue();
        assertThat(records.result().articles()).isEmpty();
        assertThat(records.result().cursor().getLastError()).contains("INTERNAL");
        assertThat(records.result().cursor().getPublished())
                .isEqualTo(SampleRecords.cursor().getPublished());
    }

    @Test
    void aPollThatCannotBeWrittenIsShownAtItsFeedInstead() {
        DeadLetter unwritable =
                DeadLetter.newBuilder(SampleRecords.deadLetter()).setAt(Instant.MAX).build();
        PollResult result =
                new PollResult(
                        SampleRecords.feed(),
                        SampleRecords.cursor(),
                        List.of(),
                        List.of(unwritable),
                        List.of());

        PollRecords records = records(result);

        assertThat(records.records()).hasSize(1);
        assertThat(records.result().cursor().getConsecutiveFailures()).isEqualTo(1);
    }

    private PollRecords records(PollResult result) {
        return writer.records(result, SampleRecords.cursor(), NOON);
    }

    private static PollResult result(Article article) {
        return new PollResult(
                SampleRecords.feed(),
                SampleRecords.cursor(),
                List.of(article),
                List.of(),
                List.of());
    }
}
