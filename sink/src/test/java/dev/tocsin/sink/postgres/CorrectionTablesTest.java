package dev.tocsin.sink.postgres;

import static dev.tocsin.sink.postgres.TestRecords.article;
import static dev.tocsin.sink.postgres.TestRecords.harbour;
import static dev.tocsin.sink.postgres.TestRecords.record;
import static dev.tocsin.sink.postgres.TestRecords.revised;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.Correction;
import dev.tocsin.schemas.CorrectionKind;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.Tier;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;

final class CorrectionTablesTest {
    private static final String TAGS =
            "select conflict_topic, tier, score from article_tag order by 1";
    private static final String COUNTS = "select confirmed_count, related_count from article";

    private TestDatabase database;
    private TestWriter writer;

    @BeforeEach
    void start() throws SQLException {
        database = TestDatabase.migrated();
        writer = new TestWriter(database, "cluster-1");
    }

    @Test
    void aRetaggedArticleIsConfirmedByAPersonAndSaysWhoAndWhy() throws Exception {
        writer.write(article(0, harbour()));

        writer.write(correction(0, CorrectionKind.RETAG, "vell-truce", 1));

        assertThat(database.rows(TAGS))
                .containsExactly("vell-truce|CONFIRMED|0", "vell-war|CONFIRMED|3");
        assertThat(database.rows(COUNTS)).containsExactly("2|0");
        assertThat(
                        database.rows(
                                "select evidence->0->>'text', evidence->0->>'role' from article_tag where conflict_topic = 'vell-truce'"))
                .containsExactly("tagged by desk: it is about the truce|CORRECTION");
        assertThat(
                        database.rows(
                                "select kind, made_by, reason, article_ids, conflict_topic from correction"))
                .containsExactly("RETAG|desk|it is about the truce|{harbour}|vell-truce");
    }

    @Test
    void anUntaggedArticleLosesTheTag() throws Exception {
        writer.write(article(0, harbour()));

        writer.write(correction(0, CorrectionKind.UNTAG, "vell-war", 1));

        assertThat(database.rows(TAGS)).isEmpty();
        assertThat(database.rows(COUNTS)).containsExactly("0|0");
    }

    @Test
    void correctionsHoldForLaterRevisions() throws Exception {
        writer.write(article(0, harbour()));
        writer.write(
                correction(0, CorrectionKind.UNTAG, "vell-truce", 1),
                correction(1, CorrectionKind.RETAG, "vell-port", 2));

        writer.write(article(1, revised()));

        assertThat(database.rows(TAGS)).containsExactly("vell-port|CONFIRMED|0");
        assertThat(database.rows(COUNTS)).containsExactly("1|0");
    }

    @Test
    void correctionsHoldWhenEverythingIsReadAgainIntoAnEmptyTable() throws Exception {
        writer.write(article(0, harbour()), correction(0, CorrectionKind.UNTAG, "vell-war", 1));
        database.execute("delete from article");
        database.execute("delete from article_tag");

        new TestWriter(database, "cluster-2").write(article(0, harbour()));

        assertThat(database.rows(TAGS)).isEmpty();
        assertThat(database.rows(COUNTS)).containsExactly("0|0");
    }

    @Test
    void aCorrectionThatCameBeforeItsArticleWaitsForIt() throws Exception {
        writer.write(correction(0, CorrectionKind.RETAG, "vell-truce", 1));
        assertThat(database.rows(TAGS)).isEmpty();

        writer.write(article(0, harbour()));

        assertThat(database.rows(TAGS))
                .containsExactly("vell-truce|CONFIRMED|0", "vell-war|CONFIRMED|3");
    }

    @Test
    void theLatestCorrectionOfATagCountsWhateverIsReadAgain() throws Exception {
        writer.write(
                article(0, harbour()),
                correction(0, CorrectionKind.UNTAG, "vell-war", 1),
                correction(1, CorrectionKind.RETAG, "vell-war", 2));
        writer.write(correction(2, CorrectionKind.UNTAG, "vell-war", 1));

        assertThat(database.rows(TAGS)).containsExactly("vell-war|CONFIRMED|0");
    }

    @Test
    void mergesAndSplitsAreKeptAndLeaveTagsAlone() throws Exception {
        writer.write(
                article(0, harbour().setTags(List.of(TestRecords.tag("vell-war", Tier.RELATED)))),
                correction(0, CorrectionKind.MERGE, "vell-war", 1));

        assertThat(database.rows(TAGS)).containsExactly("vell-war|RELATED|3");
        assertThat(database.rows("select kind from correction")).containsExactly("MERGE");
    }

    @Test
    void aKindOfALaterVersionIsSetAside() throws Exception {
        SinkCounts counts = writer.write(correction(0, CorrectionKind.UNKNOWN, "vell-war", 1));

        assertThat(counts.unreadable()).isEqualTo(1);
        assertThat(database.rows("select id from correction")).isEmpty();
    }

    private static ConsumerRecord<byte[], byte[]> correction(
            long offset, CorrectionKind kind, String conflictTopic, int minute) {
        Correction correction =
                Correction.newBuilder()
                        .setId("correction-" + offset)
                        .setStoryKey("vell")
                        .setAt(TestRecords.NOON.plusSeconds(60L * minute))
                        .setBy("desk")
                        .setReason("it is about the truce")
                        .setKind(kind)
                        .setArticleIds(List.of("harbour"))
                        .setConflictTopic(conflictTopic)
                        .build();
        return record(KafkaTopics.CORRECTIONS, offset, "vell", correction);
    }
}
