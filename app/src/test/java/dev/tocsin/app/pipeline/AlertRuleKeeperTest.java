package dev.tocsin.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.enrich.alert.file.KnownNames;
import dev.tocsin.ingest.publish.CompactedLog;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.KafkaTopicSetup;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.schemas.SampleRecords;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

class AlertRuleKeeperTest {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final RecordSerdes SERDES = new RecordSerdes(RecordFormat.of(Optional.empty()));
    private static final KnownNames NAMES =
            new KnownNames(List.of("desert-war"), List.of(), List.of(), Map.of());

    @TempDir private static Path broker;
    private static EmbeddedKafka kafka;
    private static Map<String, Object> properties;

    @TempDir private Path folder;
    private Path file;
    private long saves;

    @BeforeAll
    static void startKafka() {
        kafka = EmbeddedKafka.start(broker);
        properties = Map.of("bootstrap.servers", kafka.bootstrap());
        KafkaTopicSetup.ensure(properties, 2);
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void removeRules() {
        file = folder.resolve("alerts.yaml");
        new AlertRuleRegistry(properties, SERDES).sync(List.of());
    }

    private void save(String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000 * ++saves));
    }

    private AlertRuleKeeper start() throws ConfigurationException {
        return AlertRuleKeeper.start(
                file, () -> NAMES, new AlertRuleRegistry(properties, SERDES), LOOK);
    }

    private static Map<String, AlertRule> rules() {
        return new CompactedLog(properties, SERDES)
                .<AlertRule>read(KafkaTopics.ALERT_RULES)
                .values();
    }

    private static void awaitRules(String... ids) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rules().keySet()).containsExactlyInAnyOrder(ids));
    }

    @Test
    void rules_of_the_file_are_published_and_follow_it() throws Exception {
        save("rules: {one: {topics: desert-war}, two: {keywords: [drone]}}");
        try (AlertRuleKeeper _ = start()) {
            assertThat(rules()).containsOnlyKeys("one", "two");
            save("rules: {two: {keywords: [drone]}, three: {topics: desert-war}}");
            awaitRules("two", "three");
            save("rules: {}");
            awaitRules();
        }
    }

    @Test
    void an_edit_with_a_mistake_changes_nothing_until_it_is_mended() throws Exception {
        save("rules: {one: {topics: desert-war}}");
        try (AlertRuleKeeper _ = start()) {
            save("rules: {two: {topics: dessert-war}}");
            Thread.sleep(LOOK.multipliedBy(10));
            assertThat(rules()).containsOnlyKeys("one");
            save("rules: {two: {topics: desert-war}}");
            awaitRules("two");
        }
    }

    @Test
    void a_rule_may_name_what_the_taxonomy_gets_meanwhile() throws Exception {
        AtomicReference<KnownNames> names = new AtomicReference<>(NAMES);
        save("rules: {}");
        try (AlertRuleKeeper _ =
                AlertRuleKeeper.start(
                        file, names::get, new AlertRuleRegistry(properties, SERDES), LOOK)) {
            save("rules: {one: {topics: coming-war}}");
            Thread.sleep(LOOK.multipliedBy(10));
            assertThat(rules()).isEmpty();
            names.set(new KnownNames(List.of("coming-war"), List.of(), List.of(), Map.of()));
            awaitRules("one");
        }
    }

    @Test
    void a_mistake_at_the_start_stops_it_and_is_told() throws Exception {
        save("rules: {one: {topics: dessert-war}}");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::start)
                .withMessageContaining("alerts.yaml:1: unknown conflict topic \"dessert-war\"");
    }

    @Test
    void a_file_that_appears_later_is_read_and_one_that_vanishes_changes_nothing()
            throws Exception {
        try (AlertRuleKeeper _ = start()) {
            assertThat(rules()).isEmpty();
            save("rules: {one: {topics: desert-war}}");
            awaitRules("one");
            Files.delete(file);
            Thread.sleep(LOOK.multipliedBy(10));
            assertThat(rules()).containsOnlyKeys("one");
        }
    }

    @Test
    void what_has_not_changed_is_not_published_again() throws Exception {
        save("rules: {one: {topics: desert-war}, two: {topics: desert-war}}");
        try (AlertRuleKeeper _ = start()) {
            save("rules: {one: {topics: desert-war}, two: {keywords: [drone]}}");
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(rules())
                                    .hasEntrySatisfying(
                                            "two",
                                            two -> assertThat(two.getKeywords()).isNotEmpty()));
        }
        AlertRuleRegistry.Changes changes =
                new AlertRuleRegistry(properties, SERDES).sync(List.copyOf(rules().values()));
        assertThat(changes.published()).isEmpty();
        assertThat(changes.removed()).isEmpty();
    }

    @Test
    void a_rule_made_over_the_api_is_neither_removed_nor_replaced() throws Exception {
        AlertRule api =
                AlertRule.newBuilder(SampleRecords.alertRule())
                        .setId("made")
                        .setOrigin("api")
                        .build();
        publish(api.getId(), api);
        try {
            AlertRule same = AlertRule.newBuilder(api).setOrigin("file alerts.yaml:1").build();
            AlertRuleRegistry.Changes changes =
                    new AlertRuleRegistry(properties, SERDES).sync(List.of(same));
            assertThat(changes.taken()).containsExactly("made");
            assertThat(new AlertRuleRegistry(properties, SERDES).sync(List.of()).removed())
                    .isEmpty();
            assertThat(rules()).containsEntry("made", api);
        } finally {
            publish("made", null);
        }
    }

    private static void publish(String id, @Nullable AlertRule rule) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        properties, new StringSerializer(), new ByteArraySerializer())) {
            byte[] value =
                    rule == null ? null : SERDES.format().encode(KafkaTopics.ALERT_RULES, rule);
            producer.send(new ProducerRecord<>(KafkaTopics.ALERT_RULES.topicName(), id, value))
                    .get();
        }
    }
}
