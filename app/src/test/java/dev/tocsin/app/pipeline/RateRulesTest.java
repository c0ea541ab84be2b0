package dev.tocsin.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.ingest.publish.CompactedLog;
import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.KafkaTopicSetup;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rate rules against a database as the sink fills it. */
class RateRulesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final RecordSerdes SERDES = new RecordSerdes(RecordFormat.of(Optional.empty()));

    @TempDir private static Path folder;
    private static RateStore store;

    private RateRules rules;

    @BeforeAll
    static void start() {
        store = RateStore.start(folder.resolve("postgres"));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        store.empty();
        rules = RateRules.inForce(store.dataSource());
    }

    private static void rule(String id, String kind, String more) throws SQLException {
        store.execute(
                """
                insert into alert_rule (id, name, version, kind, enabled, listed, origin, rule)
                values ('%1$s', '%1$s', 'v', '%2$s', true, true, 'api',
                    '{"id": "%1$s", "name": "%1$s", "version": "v", "enabled": true,
                    "kind": "%2$s", "confirmedOnly": true, %3$s "delivery": {"targets": ["desk"]}}')
                """
                        .formatted(id, kind, more));
    }

    private static void loudRule() throws SQLException {
        rule(
                "loud",
                "VOLUME",
                "\"volume\": {\"hours\": 1, \"deviations\": 4, \"leastStories\": 5},");
    }

    private static void silent(Instant since) throws SQLException {
        store.execute(
                """
                insert into feed (id, url, title, publisher, folders, enabled, listed)
                values ('f1', 'https://a.example/rss', 'Herald', null, '{}', true, true);
                insert into feed_event values
                    ('c', 0, 1, 'f1', 'https://a.example/rss', 'Herald', '%s', 'GONE_QUIET', 'Quiet.')
                """
                        .formatted(since));
    }

    private List<Alert> tell(Instant now) {
        List<Alert> due = rules.due(now);
        due.forEach(rules::told);
        return due;
    }

    @Test
    void a_burst_is_one_alert_with_its_articles_and_grows() throws Exception {
        loudRule();
        store.usual(NOON, 4);
        store.articles(NOON, 12, Duration.ZERO);
        Alert alert = tell(NOON).getFirst();
        assertThat(alert.getKind()).isEqualTo(AlertKind.VOLUME);
        assertThat(alert.getTitle()).isEqualTo("desert-war: 12 stories in 1 h, usually 2");
        assertThat(alert.getEvidence()).hasSize(12);
        assertThat(tell(NOON)).isEmpty();
        assertThat(tell(NOON.plus(Duration.ofMinutes(15))))
                .singleElement()
                .satisfies(update -> {
                    assertThat(update.getId()).isEqualTo(alert.getId());
                    assertThat(update.getSequence()).isEqualTo(2);
                });
    }

    @Test
    void without_three_weeks_of_history_volume_says_nothing() throws Exception {
        loudRule();
        store.usual(NOON, 2);
        store.articles(NOON, 40, Duration.ZERO);
        assertThat(tell(NOON)).isEmpty();
    }

    @Test
    void a_burst_of_which_nothing_is_left_is_over_once() throws Exception {
        loudRule();
        store.usual(NOON, 4);
        store.articles(NOON, 12, Duration.ZERO);
        Alert alert = tell(NOON).getFirst();
        assertThat(tell(NOON.plus(Duration.ofMinutes(59)))).isEmpty();
        assertThat(tell(NOON.plus(Duration.ofMinutes(70))))
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.getId()).isEqualTo(alert.getId());
                    assertThat(end.getSequence()).isEqualTo(2);
                    assertThat(end.getEndedAt()).contains(NOON);
                    assertThat(end.getArticles()).isEqualTo(12);
                });
        assertThat(tell(NOON.plus(Duration.ofMinutes(80)))).isEmpty();
    }

    @Test
    void another_process_goes_on_with_the_alert_that_is_stored() throws Exception {
        rule("silent", "FEED_SILENCE", "");
        silent(NOON.minusSeconds(60));
        Alert alert = tell(NOON).getFirst();
        store.execute(
                """
                insert into alert (id, sequence, kind, rule_id, rule_name, rule_version, subject,
                    title, alert_text, raised_at, updated_at, first_seen, articles,
                    independent_origins, story_articles, conflict_topics, event_types, countries,
                    languages, taxonomy_version, evidence, delivery)
                values ('%s', 1, 'FEED_SILENCE', 'silent', '', '', '%s', '', '', now(), now(),
                    now(), 0, 0, 0, '{}', '{}', '{}', '{}', '', '[]', '{}')
                """
                        .formatted(alert.getId(), alert.getSubject()));
        RateRules other = RateRules.inForce(store.dataSource());
        assertThat(other.due(NOON)).isEmpty();
        store.execute(
                "insert into feed_event values ('c', 0, 2, 'f1', 'u', 't', '%s', 'SPEAKS_AGAIN', 'Back.')"
                        .formatted(NOON));
        assertThat(other.due(NOON))
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.getId()).isEqualTo(alert.getId());
                    assertThat(end.getSequence()).isEqualTo(2);
                    assertThat(end.getTitle()).isEqualTo("Herald speaks again");
                });
    }

    @Test
    void a_new_rule_does_not_tell_of_what_has_been_silent_for_days() throws Exception {
        rule("silent", "FEED_SILENCE", "");
        silent(NOON.minus(Duration.ofDays(4)));
        assertThat(tell(NOON)).isEmpty();
    }

    @Test
    void rules_that_are_off_or_gone_say_nothing() throws Exception {
        rule("silent", "FEED_SILENCE", "");
        silent(NOON.minusSeconds(60));
        store.execute("update alert_rule set listed = false");
        assertThat(tell(NOON)).isEmpty();
    }

    @Test
    void alerts_go_to_kafka_once() throws Exception {
        rule("silent", "FEED_SILENCE", "");
        silent(NOON.minusSeconds(60));
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            Map<String, Object> properties = Map.of("bootstrap.servers", kafka.bootstrap());
            KafkaTopicSetup.ensure(properties, 1);
            CompactedLog log = new CompactedLog(properties, SERDES);
            try (RateRuleWatch _ =
                    RateRuleWatch.start(
                            rules,
                            properties,
                            SERDES,
                            Clock.fixed(NOON, ZoneOffset.UTC),
                            Duration.ofMillis(20))) {
                await().atMost(PATIENCE)
                        .until(() -> !log.<Alert>read(KafkaTopics.ALERTS).values().isEmpty());
                Thread.sleep(200);
            }
            CompactedLog.Snapshot<Alert> told = log.read(KafkaTopics.ALERTS);
            assertThat(told.positions()).containsEntry(0, 1L);
            assertThat(told.values().values())
                    .extracting(Alert::getTitle)
                    .containsExactly("Herald has gone quiet");
        }
    }
}
