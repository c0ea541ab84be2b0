package dev.tocsin.sink.postgres;

import static dev.tocsin.sink.postgres.TestRecords.NOON;
import static dev.tocsin.sink.postgres.TestRecords.harbour;
import static dev.tocsin.sink.postgres.TestRecords.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.NewsStory;
import dev.tocsin.schemas.SampleRecords;
import dev.tocsin.schemas.StoryPlacement;
import dev.tocsin.schemas.TaggedArticle;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class StoryHistoryTest {
    private TestDatabase database;
    private TestWriter writer;
    private long offset;

    @BeforeEach
    void start() throws SQLException {
        database = TestDatabase.migrated();
        writer = new TestWriter(database, "cluster-1");
    }

    private TaggedArticle store(String id, Instant at) throws Exception {
        TaggedArticle article = harbour().setId(id).setObservedAt(at).setEventAt(at).build();
        writer.write(record(KafkaTopics.TAGGED_ARTICLES, offset++, id, article));
        return article;
    }

    private void place(String id, String story, @Nullable String copyGroup, String origin)
            throws Exception {
        StoryPlacement placement =
                StoryPlacement.newBuilder(SampleRecords.storyPlacement())
                        .setArticleId(id)
                        .setStoryId(story)
                        .setCopyGroup(copyGroup)
                        .setOrigin(origin)
                        .build();
        writer.write(record(KafkaTopics.STORY_PLACEMENTS, offset++, id, placement));
    }

    private List<FiledArticle> since(Instant time) {
        List<FiledArticle> read = new ArrayList<>();
        new StoryHistory(database.dataSource()).read(time, read::add);
        return read;
    }

    @Test
    void tells_the_time_of_the_newest_article_whether_it_is_in_a_story_or_not() throws Exception {
        StoryHistory history = new StoryHistory(database.dataSource());
        assertThat(history.newest()).isEmpty();

        store("older", NOON.minusSeconds(60));
        store("newer", NOON);

        assertThat(history.newest()).contains(NOON);
    }

    @Test
    void articles_come_in_the_order_of_their_arrival_with_story_and_tags() throws Exception {
        NewsStory story = NewsStory.newBuilder(SampleRecords.story()).setId("s1").build();
        writer.write(record(KafkaTopics.STORIES, offset++, "s1", story));
        store("late", NOON.plusSeconds(60));
        TaggedArticle first = store("first", NOON);
        place("late", "s1", "first", "Post");
        place("first", "s1", "first", "Post");

        List<FiledArticle> read = since(NOON);

        assertThat(read)
                .extracting(each -> each.article().getId())
                .containsExactly("first", "late");
        assertThat(read).extracting(FiledArticle::isCopy).containsExactly(false, true);
        assertThat(read).extracting(FiledArticle::origin).containsOnly("Post");
        assertThat(read).extracting(FiledArticle::storyTitle).containsOnly(story.getTitle());
        assertThat(read.getFirst().article().getTags()).isEqualTo(first.getTags());
        assertThat(read.getFirst().article().getTitle()).isEqualTo(first.getTitle());
    }

    @Test
    void older_articles_and_those_in_no_story_are_left_out() throws Exception {
        store("old", NOON.minus(Duration.ofDays(2)));
        store("alone", NOON);
        place("old", "s1", null, "Post");
        assertThat(since(NOON.minus(Duration.ofDays(1)))).isEmpty();
        assertThat(since(NOON.minus(Duration.ofDays(3))))
                .extracting(FiledArticle::storyTitle)
                .containsExactly("Shells hit the harbour of Vell");
    }

    @Test
    void rules_in_force_come_back_as_they_were_with_their_last_alert() throws Exception {
        AlertRule rule = SampleRecords.alertRule();
        Alert alert = Alert.newBuilder(SampleRecords.alert()).setRuleId(rule.getId()).build();
        writer.write(record(KafkaTopics.ALERT_RULES, offset++, rule.getId(), rule));
        writer.write(record(KafkaTopics.ALERTS, offset++, alert.getId(), alert));
        writer.write(record(KafkaTopics.ALERT_RULES, offset++, "gone", renamed(rule, "gone")));
        writer.write(record(KafkaTopics.ALERT_RULES, offset++, "gone", null));

        List<AlertRuleQueries.ListedRule> rules =
                new AlertRuleQueries(database.dataSource()).list();

        assertThat(rules)
                .containsExactly(
                        new AlertRuleQueries.ListedRule(
                                rule, 1, alert.getRaisedAt(), alert.getTitle()));
    }

    private static AlertRule renamed(AlertRule rule, String id) {
        return AlertRule.newBuilder(rule).setId(id).build();
    }
}
