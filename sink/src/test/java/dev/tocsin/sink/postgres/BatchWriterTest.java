package dev.tocsin.sink.postgres;

import static dev.tocsin.sink.postgres.TestRecords.article;
import static dev.tocsin.sink.postgres.TestRecords.harbour;
import static dev.tocsin.sink.postgres.TestRecords.raw;
import static dev.tocsin.sink.postgres.TestRecords.record;
import static dev.tocsin.sink.postgres.TestRecords.revised;
import static dev.tocsin.sink.postgres.TestRecords.sightedElsewhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.SampleRecords;
import dev.tocsin.schemas.Tier;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class BatchWriterTest {
    private TestDatabase database;
    private BatchWriter writer;

    @BeforeEach
    void openDatabase() throws SQLException {
        database = TestDatabase.migrated();
        writer = newWriter("cluster-1");
    }

    @Test
    void firstOccurrenceStoresArticleRevisionTagsAndSighting() throws Exception {
        SinkCounts counts = write(article(0, harbour()));

        assertThat(counts).isEqualTo(new SinkCounts(1, 0, 0, 0, 0, 1));
        assertThat(database.rows("select id, revision, title, authors[2], event_at from article"))
                .singleElement()
                .asString()
                .startsWith(
                        "harbour|1|Shells hit the harbour of Vell|back\\slash, comma|2026-11-20");
        assertThat(database.rows("select authors[1] from article"))
                .containsExactly("A. \"Quote\" Writer");
        assertThat(database.rows("select article_id, revision from article_revision"))
                .containsExactly("harbour|1");
        assertThat(
                        database.rows(
                                "select conflict_topic, tier, evidence->0->>'text' from article_tag"))
                .containsExactly("vell-war|CONFIRMED|Vell");
        assertThat(database.rows("select feed_id, url from article_sighting"))
                .containsExactly("feed-a|https://post.example/harbour");
    }

    @Test
    void eventTypesPlacesAndActorsFollowTheNewestRevision() throws Exception {
        write(article(0, harbour().setEventTypes(List.of(event("ceasefire")))));
        write(
                article(
                        1,
                        revised()
                                .setEventTypes(List.of(event("protest")))
                                .setCountries(List.of("SD"))
                                .setPlaces(SampleRecords.taggedArticle().getPlaces())
                                .setActors(SampleRecords.taggedArticle().getActors())));

        assertThat(database.rows("select event_types, countries from article"))
                .containsExactly("{protest}|{SD}");
        assertThat(database.rows("select event_type, evidence from article_event"))
                .containsExactly("protest|[]");
        assertThat(database.rows("select place, country, latitude, mentions from article_place"))
                .containsExactly("istanbul-tr|TR|41.01|1");
        assertThat(database.rows("select actor, kind from article_actor"))
                .containsExactly("united-nations|ORGANISATION");
    }

    private static EventTag event(String type) {
        return new EventTag(type, 1.0, List.of());
    }

    @Test
    void revisionReplacesTextAndTagsAndKeepsTheFormerText() throws Exception {
        write(article(0, harbour()));

        SinkCounts counts = write(article(1, revised()));

        assertThat(counts).isEqualTo(new SinkCounts(0, 1, 0, 0, 0, 1));
        assertThat(
                        database.rows(
                                "select revision, title, confirmed_count, related_count from article"))
                .containsExactly("2|Harbour of Vell reopens|0|1");
        assertThat(database.rows("select title from article_revision order by revision"))
                .containsExactly("Shells hit the harbour of Vell", "Harbour of Vell reopens");
        assertThat(database.rows("select conflict_topic from article_tag"))
                .containsExactly("vell-truce");
    }

    @Test
    void sightingAddsARowAndLeavesTheArticleAlone() throws Exception {
        write(article(0, harbour()));

        SinkCounts counts = write(article(1, sightedElsewhere()));

        assertThat(counts).isEqualTo(new SinkCounts(0, 0, 1, 0, 0, 1));
        assertThat(database.rows("select feed_id, title from article"))
                .containsExactly("feed-a|Shells hit the harbour of Vell");
        assertThat(database.rows("select feed_id from article_sighting order by 1"))
                .containsExactly("feed-a", "feed-b");
    }

    @Test
    void severalRecordsForOneArticleInOneBatchEndLikeOneAfterTheOther() throws Exception {
        SinkCounts counts =
                write(article(0, harbour()), article(1, sightedElsewhere()), article(2, revised()));

        assertThat(counts).isEqualTo(new SinkCounts(1, 1, 1, 0, 0, 1));
        assertThat(database.rows("select revision, feed_id from article"))
                .containsExactly("2|feed-a");
        assertThat(database.rows("select conflict_topic from article_tag"))
                .containsExactly("vell-truce");
    }

    @Test
    void replayOfTheSameRecordsByAnotherClusterChangesNothing() throws Exception {
        write(article(0, harbour()), article(1, revised()), article(2, sightedElsewhere()));
        List<String> before = everything();
        writer = newWriter("cluster-2");

        SinkCounts counts =
                write(article(0, harbour()), article(1, revised()), article(2, sightedElsewhere()));

        assertThat(counts).isEqualTo(new SinkCounts(0, 0, 0, 0, 0, 1));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anOlderRevisionNeverOverwritesANewerOne() throws Exception {
        write(article(0, revised()));

        write(article(1, harbour()));

        assertThat(database.rows("select revision from article")).containsExactly("2");
        assertThat(database.rows("select conflict_topic from article_tag"))
                .containsExactly("vell-truce");
    }

    @Test
    void aWriterThatWasOvertakenStoresNothing() throws Exception {
        BatchWriter overtaken = writer;
        begin(overtaken);
        writer = newWriter("cluster-1");
        write(article(0, harbour()));

        assertThatThrownBy(() ->
                        overtaken.write(List.of(article(0, revised())), Map.of(articles(), 1L)))
                .isInstanceOf(FencedException.class);

        assertThat(database.rows("select revision from article")).containsExactly("1");
    }

    @Test
    void aWriterKnowsAfterwardsHowFarTheDatabaseCame() throws Exception {
        write(article(0, harbour()), article(4, revised()));

        Map<TopicPartition, Long> stored = newWriter("cluster-1").begin(List.of(articles()));

        assertThat(stored).containsExactly(Map.entry(articles(), 5L));
    }

    @Test
    void offsetsMoveWithoutRecordsPastTransactionMarkers() throws Exception {
        begin(writer);

        writer.write(List.of(), Map.of(articles(), 9L));

        assertThat(new StoredWork(database.dataSource()).offsets("cluster-1"))
                .containsExactly(Map.entry(articles(), 9L));
    }

    @Test
    void aRecordThatTheDatabaseRefusesIsSetAsideAndTheOthersAreStored() throws Exception {
        database.execute("alter table article add check (title <> 'refused')");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int offset = 0; offset < 9; offset++) {
            String title = offset == 5 ? "refused" : "fine";
            records.add(article(offset, harbour().setId("article-" + offset).setTitle(title)));
        }

        SinkCounts counts = write(records);

        assertThat(counts.articlesStored()).isEqualTo(8);
        assertThat(counts.unreadable()).isEqualTo(1);
        assertThat(database.rows("select stage, source, kafka_offset from dead_letter"))
                .containsExactly("sink|news.articles.tagged.v1-0@5|5");
        assertThat(database.rows("select next_offset from kafka_offset")).containsExactly("9");
    }

    @Test
    void anIdTooLongForAnIndexIsSetAside() throws Exception {
        StringBuilder id = new StringBuilder();
        for (int number = 0; number < 40_000; number++) {
            id.append(Integer.toString(number * 7919, 36));
        }

        SinkCounts counts =
                write(article(0, harbour().setId(id.toString())), article(1, harbour()));

        assertThat(counts.articlesStored()).isEqualTo(1);
        assertThat(counts.unreadable()).isEqualTo(1);
    }

    @Test
    void anUnreadableRecordBecomesADeadLetterWithItsBytes() throws Exception {
        SinkCounts counts =
                write(
                        raw(KafkaTopics.TAGGED_ARTICLES, 0, "k", new byte[] {1, 2, 3}),
                        article(1, harbour()));

        assertThat(counts).isEqualTo(new SinkCounts(1, 0, 0, 1, 1, 1));
        assertThat(
                        database.rows(
                                "select stage, error_class, encode(original_value, 'hex') from dead_letter"))
                .containsExactly("sink|UnreadableRecordException|010203");
    }

    @Test
    void anOccurrenceOfALaterVersionIsSetAside() throws Exception {
        SinkCounts counts = write(article(0, harbour().setOccurrence(Occurrence.UNKNOWN)));

        assertThat(counts.unreadable()).isEqualTo(1);
        assertThat(database.rows("select id from article")).isEmpty();
    }

    @Test
    void nulAndTimesOutsideTheCalendarReachTheDatabaseInAFormItTakes() throws Exception {
        write(
                article(
                        0,
                        harbour()
                                .setTitle("a\0b\tc\nd\\e")
                                .setAuthors(List.of("x\0y"))
                                .setPublishedAt(Instant.ofEpochMilli(Long.MAX_VALUE))
                                .setTags(List.of(TestRecords.tag("t\0t", Tier.CONFIRMED)))));

        assertThat(database.rows("select title from article")).containsExactly("a\uFFFDb\tc\nd\\e");
        assertThat(database.rows("select extract(year from published_at)::int from article"))
                .containsExactly("9999");
    }

    @Test
    void aVeryLongBodyIsStoredInFull() throws Exception {
        StringBuilder body = new StringBuilder();
        for (int number = 0; number < 300_000; number++) {
            body.append("word").append(number).append(' ');
        }

        SinkCounts counts = write(article(0, harbour().setBody(body.toString())));

        assertThat(counts.articlesStored()).isEqualTo(1);
        assertThat(database.rows("select length(body) from article"))
                .containsExactly(Integer.toString(body.length()));
    }

    @Test
    void fullTextSearchFindsTitleBeforeBody() throws Exception {
        write(
                article(0, harbour().setId("body").setTitle("x").setBody("a truce holds")),
                article(1, harbour().setId("title").setTitle("Truce holds").setBody("y")));

        assertThat(
                        database.rows(
                                """
                                select id from article, websearch_to_tsquery('simple', 'truce') q
                                where search @@ q order by ts_rank(search, q) desc
                                """))
                .containsExactly("title", "body");
    }

    @Test
    void feedsAndTheirStateAreStoredAndATombstoneTakesAFeedOffTheList() throws Exception {
        write(
                record(KafkaTopics.FEEDS, 0, "feed-a", TestRecords.feed()),
                record(KafkaTopics.FEED_CURSORS, 0, "feed-a", TestRecords.cursor()));
        assertThat(database.rows("select id, folders[1], enabled, listed from feed"))
                .containsExactly("feed-a|coast|t|t");
        assertThat(database.rows("select state, polls, entries_seen, published from feed_status"))
                .containsExactly("HEALTHY|7|5|5");
        assertThat(
                        database.rows(
                                "select entries_per_day, polls_with_news, next_poll_reason, moved_to from feed_status"))
                .containsExactly("12.5|2|about 12 entries a day|null");

        write(record(KafkaTopics.FEEDS, 1, "feed-a", null));

        assertThat(database.rows("select id, listed from feed")).containsExactly("feed-a|f");
    }

    @Test
    void whatHappenedToAFeedIsStoredOnceHoweverOftenItIsRead() throws Exception {
        ConsumerRecord<byte[], byte[]> event =
                record(KafkaTopics.FEED_EVENTS, 4, "feed-a", TestRecords.feedEvent());
        write(event);
        newWriter("cluster-1").write(List.of(event), Map.of());

        assertThat(database.rows("select feed_id, kind, event_text, kafka_offset from feed_event"))
                .containsExactly("feed-a|GONE_QUIET|No new entry for 2 d.|4");
    }

    @Test
    void deadLettersOfOtherPartsAreStoredWithTheirBytes() throws Exception {
        SinkCounts counts =
                write(record(KafkaTopics.DEAD_LETTERS, 3, "k", TestRecords.deadLetter()));

        assertThat(counts).isEqualTo(new SinkCounts(0, 0, 0, 1, 0, 1));
        assertThat(
                        database.rows(
                                "select stage, error_text, convert_from(original_value, 'UTF8') from dead_letter"))
                .containsExactly("ingest|no title|<item/>");
    }

    private List<String> everything() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table :
                List.of("article", "article_revision", "article_sighting", "article_tag")) {
            rows.addAll(database.rows("select xmin, t from " + table + " t order by 2"));
        }
        return rows;
    }

    @SafeVarargs
    private SinkCounts write(ConsumerRecord<byte[], byte[]>... records) throws Exception {
        return write(List.of(records));
    }

    private SinkCounts write(List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        begin(writer);
        Map<TopicPartition, Long> next = new HashMap<>();
        records.forEach(
                record -> next.put(new TopicPartition(record.topic(), 0), record.offset() + 1));
        return writer.write(records, next);
    }

    private static void begin(BatchWriter writer) throws SQLException {
        writer.begin(
                ChangeReader.SOURCES.keySet().stream()
                        .map(name -> new TopicPartition(name, 0))
                        .toList());
    }

    private BatchWriter newWriter(String clusterId) {
        Clock clock = Clock.fixed(TestRecords.NOON, ZoneOffset.UTC);
        return new BatchWriter(
                database.dataSource(),
                clusterId,
                new ChangeReader(TestRecords.SERDES, clock),
                clock,
                () -> {});
    }

    private static TopicPartition articles() {
        return new TopicPartition(KafkaTopics.TAGGED_ARTICLES.topicName(), 0);
    }
}
