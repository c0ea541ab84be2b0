package dev.tocsin.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.AlertEvidence;
import dev.tocsin.sink.postgres.RateQueries.StoredSilence;
import dev.tocsin.sink.postgres.RateQueries.StoredVolume;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class RateQueriesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private TestDatabase database;
    private RateQueries queries;
    private int articles;

    @BeforeEach
    void start() throws SQLException {
        database = TestDatabase.migrated();
        queries = new RateQueries(database.dataSource());
    }

    private String store(Instant eventAt, Instant observedAt, String topic, String tier)
            throws SQLException {
        String id = "a" + ++articles;
        database.execute(
                """
                insert into article (id, feed_id, feed_title, revision, content_hash, title,
                    summary, language, authors, categories, observed_at, event_at,
                    taxonomy_version, confirmed_count, related_count)
                values ('%1$s', 'f', 'Feed', 1, 'h', 'Title %1$s', '', 'en', '{}', '{}', '%3$s',
                    '%2$s', 't1', 1, 0);
                insert into article_tag values ('%1$s', '%4$s', '%5$s', 1, '[]', '%2$s')
                """
                        .formatted(id, eventAt, observedAt, topic, tier));
        return id;
    }

    private String confirmed(Instant eventAt) throws SQLException {
        return store(eventAt, eventAt, "desert-war", "CONFIRMED");
    }

    private void place(String article, String story, String origin) throws SQLException {
        database.execute(
                "insert into story_article values ('%s', '%s', null, '%s', false)"
                        .formatted(article, story, origin));
    }

    private List<StoredVolume> volumes() {
        return queries.volumes(List.of(), true, 3, NOON);
    }

    @Test
    void stories_articles_and_origins_of_the_window_are_counted() throws Exception {
        place(confirmed(NOON), "s1", "Herald");
        place(confirmed(NOON.minusSeconds(60)), "s1", "Herald");
        place(confirmed(NOON.minusSeconds(120)), "s2", "Gazette");
        confirmed(NOON.minus(Duration.ofHours(3)));
        confirmed(NOON.plusSeconds(1));
        assertThat(volumes())
                .containsExactly(
                        new StoredVolume("desert-war", 2, 3, 2, NOON.minusSeconds(120), List.of()));
    }

    @Test
    void former_weeks_are_counted_where_articles_were_collected_and_holes_are_left_out()
            throws Exception {
        confirmed(NOON);
        confirmed(NOON.minus(WEEK));
        confirmed(NOON.minus(WEEK).minusSeconds(60));
        store(
                NOON.minus(WEEK.multipliedBy(2)),
                NOON.minus(WEEK.multipliedBy(2)),
                "other",
                "CONFIRMED");
        store(NOON.minus(WEEK.multipliedBy(3)), NOON, "desert-war", "CONFIRMED");
        confirmed(NOON.minus(WEEK.multipliedBy(8)));
        confirmed(NOON.minus(WEEK.multipliedBy(9)));
        assertThat(volumes().getFirst().formerWeeks()).containsExactly(2, 0, 1);
    }

    @Test
    void related_tags_and_other_topics_count_only_if_asked_for() throws Exception {
        store(NOON, NOON, "desert-war", "RELATED");
        store(NOON, NOON, "island-war", "CONFIRMED");
        assertThat(volumes()).extracting(StoredVolume::conflictTopic).containsExactly("island-war");
        assertThat(queries.volumes(List.of(), false, 3, NOON))
                .extracting(StoredVolume::conflictTopic)
                .containsExactly("desert-war", "island-war");
        assertThat(queries.volumes(List.of("desert-war"), true, 3, NOON)).isEmpty();
    }

    @Test
    void evidence_is_the_latest_article_of_each_story() throws Exception {
        place(confirmed(NOON.minusSeconds(60)), "s1", "Herald");
        place(confirmed(NOON), "s1", "Gazette");
        confirmed(NOON.minusSeconds(30));
        confirmed(NOON.minus(Duration.ofHours(4)));
        List<AlertEvidence> evidence = queries.evidence("desert-war", true, 3, NOON);
        assertThat(evidence).extracting(AlertEvidence::getArticleId).containsExactly("a2", "a3");
        assertThat(evidence)
                .extracting(AlertEvidence::getOrigin)
                .containsExactly("Gazette", "Feed");
    }

    private void feedEvent(String kind, Instant at) throws SQLException {
        database.execute(
                "insert into feed_event values ('c', 0, %d, 'f1', 'u', 't', '%s', '%s', 'Text of %s')"
                        .formatted(at.getEpochSecond(), at, kind, kind));
    }

    @Test
    void silences_of_listed_feeds_come_with_their_end() throws Exception {
        database.execute(
                "insert into feed (id, url, title, publisher, folders, enabled, listed) values ('f1', 'u', 'Feed', 'Herald', '{}', true, true)");
        feedEvent("GONE_QUIET", NOON);
        feedEvent("RECOVERED", NOON.plusSeconds(1));
        feedEvent("SPEAKS_AGAIN", NOON.plusSeconds(2));
        feedEvent("FAILING", NOON.plusSeconds(3));
        feedEvent("GONE_QUIET", NOON.minus(Duration.ofDays(9)));
        assertThat(queries.silences(NOON.minusSeconds(1)))
                .containsExactly(
                        new StoredSilence(
                                "f1",
                                "u",
                                "Feed",
                                "Herald",
                                false,
                                NOON,
                                "Text of GONE_QUIET",
                                NOON.plusSeconds(2),
                                "Text of SPEAKS_AGAIN"),
                        new StoredSilence(
                                "f1",
                                "u",
                                "Feed",
                                "Herald",
                                true,
                                NOON.plusSeconds(3),
                                "Text of FAILING",
                                null,
                                null));
        database.execute("update feed set listed = false");
        assertThat(queries.silences(NOON.minusSeconds(1))).isEmpty();
    }
}
