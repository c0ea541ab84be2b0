package dev.tocsin.sink.postgres;

import static dev.tocsin.sink.postgres.TestRecords.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.NewsStory;
import dev.tocsin.schemas.SampleRecords;
import dev.tocsin.schemas.StoryPlacement;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;

final class StoriesAndAlertsTest {
    private TestDatabase database;
    private TestWriter writer;

    @BeforeEach
    void start() throws SQLException {
        database = TestDatabase.migrated();
        writer = new TestWriter(database, "cluster-1");
    }

    @Test
    void aStoryIsStoredAsItStandsLast() throws Exception {
        NewsStory story = SampleRecords.story();
        writer.write(record(KafkaTopics.STORIES, 0, story.getId(), story));

        writer.write(
                record(
                        KafkaTopics.STORIES,
                        1,
                        story.getId(),
                        NewsStory.newBuilder(story).setArticles(7).setAbsorbedInto("s2").build()));

        assertThat(
                        database.rows(
                                "select articles, independent_origins, conflict_topics, languages, absorbed_into from story"))
                .containsExactly("7|3|{russia-ukraine-war}|{en,fr}|s2");
    }

    @Test
    void anArticleIsInOneStoryTheLatestCounts() throws Exception {
        StoryPlacement placement = SampleRecords.storyPlacement();
        String id = placement.getArticleId();
        StoryPlacement moved =
                StoryPlacement.newBuilder(placement).setStoryId("s2").setSettled(true).build();

        writer.write(
                record(KafkaTopics.STORY_PLACEMENTS, 0, id, placement),
                record(KafkaTopics.STORY_PLACEMENTS, 1, id, moved));

        assertThat(database.rows("select article_id, story_id, origin, settled from story_article"))
                .containsExactly(id + "|s2|Northern Courier Media|t");
    }

    @Test
    void aRuleIsStoredWholeAndATombstoneTakesItOffTheList() throws Exception {
        AlertRule rule = SampleRecords.alertRule();
        writer.write(record(KafkaTopics.ALERT_RULES, 0, rule.getId(), rule));
        assertThat(
                        database.rows(
                                "select name, kind, listed, rule->>'minOrigins', rule->'delivery'->'targets'->>0 from alert_rule"))
                .containsExactly("Talks between Russia and Ukraine|STORY|t|2|desk");

        writer.write(record(KafkaTopics.ALERT_RULES, 1, rule.getId(), null));

        assertThat(database.rows("select id, listed from alert_rule")).containsExactly("talks|f");
    }

    @Test
    void anAlertOnlyMovesToAHigherSequence() throws Exception {
        Alert alert = SampleRecords.alert();
        Alert update = Alert.newBuilder(alert).setSequence(3).setIndependentOrigins(5).build();
        Alert late = Alert.newBuilder(alert).setSequence(2).setIndependentOrigins(4).build();
        writer.write(
                record(KafkaTopics.ALERTS, 0, alert.getId(), alert),
                record(KafkaTopics.ALERTS, 1, alert.getId(), update));

        writer.write(record(KafkaTopics.ALERTS, 2, alert.getId(), late));

        assertThat(
                        database.rows(
                                "select sequence, independent_origins, countries, rule_name from alert"))
                .containsExactly("3|5|{TR}|Talks between Russia and Ukraine");
        assertThat(
                        database.rows(
                                "select evidence->0->'quotes'->0->>'words', evidence->0->>'eventAt', delivery->>'zone' from alert"))
                .containsExactly("Russia-Ukraine talks|2025-05-15T11:50:00Z|Europe/Kyiv");
    }
}
