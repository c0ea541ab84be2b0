package dev.tocsin.sink.postgres;

import static dev.tocsin.sink.postgres.TestRecords.article;
import static dev.tocsin.sink.postgres.TestRecords.harbour;
import static dev.tocsin.sink.postgres.TestRecords.record;
import static dev.tocsin.sink.postgres.TestRecords.revised;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.Correction;
import dev.tocsin.schemas.CorrectionKind;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.SampleRecords;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What a small batch costs when there are many articles already. */
final class FullTablesTest {
    private static final List<String> MANY =
            List.of(
                    "insert into article (id, feed_id, feed_title, revision, content_hash, title, summary, language, authors, categories, observed_at, event_at, taxonomy_version, confirmed_count, related_count) select 'a' || n, 'f', 'Feed', 1, 'h', 'Title', 'Summary', 'en', '{}', '{}', now(), now(), 'v', 1, 0 from generate_series(1, 20000) n",
                    "insert into article_revision select id, 1, 'h', title, summary, null, now() from article",
                    "insert into article_sighting select id, feed_id, null, now() from article",
                    "insert into article_tag select id, 'vell-war', 'CONFIRMED', 3, '[]', now() from article",
                    "insert into article_event select id, 'ground-combat', 3, '[]', now() from article",
                    "insert into article_place select id, 'vell', 'Vell', 'TOWN', null, 1, 1, 1, 1, now() from article",
                    "insert into article_actor select id, 'army', 'Army', 'ARMED', null, 1, now() from article",
                    "insert into tag_correction select id, 'vell-truce', 'UNTAG', 'c' || id, now(), '[]' from article",
                    "insert into story (id, story_key, title, first_seen, last_update, articles, copy_groups, independent_origins, languages, conflict_topics, corrected) select id, 'all', title, now(), now(), 1, 1, 1, '{en}', '{}', false from article",
                    "insert into story_article select id, id, null, 'Feed', false from article",
                    "insert into alert (id, sequence, kind, rule_id, rule_name, rule_version, subject, title, alert_text, raised_at, updated_at, first_seen, articles, independent_origins, story_articles, conflict_topics, event_types, countries, languages, taxonomy_version, evidence, delivery) select id, 1, 'STORY', 'r', 'Rule', 'v', id, title, '', now(), now(), now(), 1, 1, 1, '{}', '{}', '{}', '{}', 'v', '[]', '{}' from article",
                    "insert into delivery (target, state, created_at, due_at) select 'desk', 'DELIVERED', now(), now() from article",
                    "insert into delivery_item select alert.id, 'desk', 'RAISED', 'r', delivery.id, now() from alert join delivery on alert.id = 'a' || delivery.id",
                    "analyze");

    private static final String READ_WHOLE =
            "select relname, seq_scan from pg_stat_user_tables where n_live_tup >= 20000 order by relname";

    @Test
    void aSmallBatchReadsNoTableFromEndToEnd() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        for (String sql : MANY) {
            database.execute(sql);
        }
        TestWriter writer = new TestWriter(database, "cluster-1");
        List<String> before = flushed(database, 20_000);

        writer.write(article(0, harbour()), correction());
        writer.write(article(1, revised()), story(), placement(), alert());

        assertThat(before).hasSize(13);
        assertThat(flushed(database, 20_002)).isEqualTo(before);
    }

    /** Servers tell what their connections did a moment after those have ended. */
    private static List<String> flushed(TestDatabase database, int revisions) throws Exception {
        String told =
                "select n_tup_ins from pg_stat_user_tables where relname = 'article_revision'";
        while (!database.rows(told).equals(List.of(String.valueOf(revisions)))) {
            Thread.sleep(20);
        }
        return database.rows(READ_WHOLE);
    }

    private static ConsumerRecord<byte[], byte[]> story() {
        return record(KafkaTopics.STORIES, 0, "s", SampleRecords.story());
    }

    private static ConsumerRecord<byte[], byte[]> placement() {
        return record(KafkaTopics.STORY_PLACEMENTS, 0, "p", SampleRecords.storyPlacement());
    }

    private static ConsumerRecord<byte[], byte[]> alert() {
        return TestAlerts.record(0, TestAlerts.alert("new", 1, 1, TestAlerts.desk()));
    }

    private static ConsumerRecord<byte[], byte[]> correction() {
        return record(
                KafkaTopics.CORRECTIONS,
                0,
                "c",
                Correction.newBuilder()
                        .setId("c")
                        .setStoryKey("all")
                        .setKind(CorrectionKind.RETAG)
                        .setAt(TestRecords.NOON)
                        .setArticleIds(List.of("harbour"))
                        .setConflictTopic("vell-truce")
                        .build());
    }
}
