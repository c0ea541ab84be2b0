package dev.tocsin.app.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.console.api.Health;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CodebookFiles;
import dev.tocsin.enrich.codebook.CurrentCodebook;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.schemas.ContentVersion;
import dev.tocsin.schemas.KafkaTopicSetup;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.PublishedFile;
import dev.tocsin.schemas.PublishedVersion;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.schemas.TaxonomyRecord;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class TaxonomyFollowerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final RecordSerdes SERDES = new RecordSerdes(RecordFormat.of(Optional.empty()));

    @TempDir private static Path broker;
    private static EmbeddedKafka kafka;
    private static Map<String, Object> properties;
    private static Codebook shipped;
    private static TaxonomyLog log;

    @BeforeAll
    static void startKafka() {
        kafka = EmbeddedKafka.start(broker);
        properties = Map.of("bootstrap.servers", kafka.bootstrap());
        KafkaTopicSetup.ensure(properties, 3);
        shipped = Codebook.bundled();
        log = new TaxonomyLog(properties, SERDES);
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    private static CodebookFiles taxonomy(String... slugs) {
        TreeMap<String, String> texts = new TreeMap<>();
        texts.put("_context.yaml", "context: {en: [war]}\n");
        texts.put("_exclusions.yaml", "exclusions: {}\nmasks: {}\n");
        for (String slug : slugs) {
            texts.put(slug + ".yaml", topic(slug));
        }
        return new CodebookFiles(texts);
    }

    private static String topic(String slug) {
        return "slug: %s\nnames: {en: x}\nscope: s\nstrong: {en: [%s]}\n".formatted(slug, slug);
    }

    private static PublishedVersion publish(String... slugs) throws Exception {
        CodebookFiles files = taxonomy(slugs);
        return log.publish(files, Codebook.read(files), "a note", NOON);
    }

    private static List<String> topics(CurrentCodebook current) {
        return current.codebook().taxonomy().conflictTopics().stream()
                .map(ConflictTopic::slug)
                .toList();
    }

    private static void awaitTopics(CurrentCodebook current, String... slugs) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics(current)).containsExactly(slugs));
    }

    private static void awaitHealth(TaxonomyFollower follower, String text) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(follower.health().text()).contains(text));
    }

    @Test
    void the_newest_version_is_in_force_at_the_start_and_every_next_one_soon() throws Exception {
        publish("utopia");
        CurrentCodebook current = new CurrentCodebook(shipped);
        try (TaxonomyFollower follower = TaxonomyFollower.start(properties, SERDES, current)) {
            assertThat(topics(current)).containsExactly("utopia");

            PublishedVersion next = publish("utopia", "zembla");

            awaitTopics(current, "utopia", "zembla");
            assertThat(current.get().tagger().taxonomyVersion())
                    .isEqualTo(next.getTaxonomyVersion());
            assertThat(follower.health().state()).isEqualTo(Health.State.RUNNING);
            assertThat(follower.health().text())
                    .isEqualTo("version %d is in force".formatted(next.getNumber()));
        }
    }

    @Test
    void a_version_of_which_a_file_is_missing_changes_nothing() throws Exception {
        PublishedVersion whole = publish("utopia");
        CurrentCodebook current = new CurrentCodebook(shipped);
        try (TaxonomyFollower follower = TaxonomyFollower.start(properties, SERDES, current)) {
            PublishedFile missing = new PublishedFile("ziph.yaml", ContentVersion.of("not there"));
            PublishedVersion torn = next(whole, missing);
            send(PublishedVersions.key(torn), version(torn));

            awaitHealth(follower, "lacks the text of ziph.yaml");
            assertThat(follower.health().state()).isEqualTo(Health.State.WAITING);
            assertThat(topics(current)).containsExactly("utopia");

            publish("zembla");
            awaitTopics(current, "zembla");
            assertThat(follower.health().state()).isEqualTo(Health.State.RUNNING);
        }
    }

    @Test
    void a_version_with_a_mistake_leaves_the_last_good_one_in_force_after_a_restart_too()
            throws Exception {
        PublishedVersion good = publish("utopia");
        String broken = topic("ziph").replace("names", "nmaes");
        send(
                PublishedVersions.key(ContentVersion.of(broken)),
                TaxonomyRecord.newBuilder().setText(broken).build());
        PublishedVersion bad = next(good, new PublishedFile("z.yaml", ContentVersion.of(broken)));
        send(PublishedVersions.key(bad), version(bad));

        CurrentCodebook current = new CurrentCodebook(shipped);
        try (TaxonomyFollower follower = TaxonomyFollower.start(properties, SERDES, current)) {
            assertThat(topics(current)).containsExactly("utopia");
            assertThat(follower.health().text())
                    .startsWith("version %d is in force".formatted(good.getNumber()))
                    .contains("version %d cannot be used".formatted(bad.getNumber()))
                    .contains("z.yaml:2: unknown key \"nmaes\"; did you mean \"names\"?");
        }
    }

    @Test
    void what_a_publisher_left_uncommitted_is_never_in_force() throws Exception {
        PublishedVersion before = publish("utopia");
        CurrentCodebook current = new CurrentCodebook(shipped);
        try (KafkaProducer<String, byte[]> dying = producer("tocsin-taxonomy");
                TaxonomyFollower _ = TaxonomyFollower.start(properties, SERDES, current)) {
            dying.initTransactions();
            dying.beginTransaction();
            PublishedVersion half = next(before, before.getFiles().getFirst());
            dying.send(record(PublishedVersions.key(half), version(half))).get();

            PublishedVersion after = publish("zembla");

            awaitTopics(current, "zembla");
            assertThat(after.getNumber()).isEqualTo(before.getNumber() + 1);
            assertThatThrownBy(dying::commitTransaction).isInstanceOf(KafkaException.class);
            assertThat(log.read().newest()).contains(after);
        }
    }

    @Test
    void files_in_common_are_kept_once_and_old_versions_with_their_texts_are_forgotten()
            throws Exception {
        PublishedVersion first = publish("oldest");
        for (int i = 0; i < TaxonomyLog.MOST_VERSIONS; i++) {
            publish("utopia", "topic" + i % 2);
        }

        PublishedVersions versions = log.read();

        assertThat(versions.all()).hasSize(TaxonomyLog.MOST_VERSIONS);
        assertThat(versions.find(first.getNumber())).isEmpty();
        assertThat(versions.hashes()).hasSize(5).doesNotContain(ContentVersion.of(topic("oldest")));
        for (PublishedVersion version : versions.all()) {
            assertThat(versions.files(version).texts()).containsKey("utopia.yaml");
        }
        assertThat(versions.newest().orElseThrow().getNote()).isEqualTo("a note");
    }

    @Test
    void a_version_that_comes_while_the_registry_is_away_is_in_force_when_it_is_back()
            throws Exception {
        try (RegistryFake registry = new RegistryFake()) {
            CurrentCodebook current = new CurrentCodebook(shipped);
            try (TaxonomyFollower _ =
                    TaxonomyFollower.start(properties, registry.serdes(), current)) {
                registry.answersReaders = false;
                CodebookFiles files = taxonomy("ziph");
                PublishedVersion published =
                        new TaxonomyLog(properties, registry.serdes())
                                .publish(files, Codebook.read(files), "", NOON);
                await().atMost(PATIENCE).until(() -> registry.refused > 0);
                registry.answersReaders = true;
                awaitTopics(current, "ziph");
                assertThat(published.getFiles()).hasSize(3);
            }
        }
    }

    private static PublishedVersion next(PublishedVersion version, PublishedFile more) {
        List<PublishedFile> files = new ArrayList<>(version.getFiles());
        files.add(more);
        return PublishedVersion.newBuilder(version)
                .setNumber(version.getNumber() + 1)
                .setFiles(files)
                .build();
    }

    private static TaxonomyRecord version(PublishedVersion version) {
        return TaxonomyRecord.newBuilder().setVersion(version).build();
    }

    private static ProducerRecord<String, byte[]> record(String key, TaxonomyRecord record) {
        return new ProducerRecord<>(
                KafkaTopics.TAXONOMY.topicName(),
                0,
                key,
                SERDES.format().encode(KafkaTopics.TAXONOMY, record));
    }

    private static void send(String key, TaxonomyRecord record) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        properties, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record(key, record)).get();
        }
    }

    private static KafkaProducer<String, byte[]> producer(String transactionalId) {
        Map<String, Object> own = new HashMap<>(properties);
        own.put("transactional.id", transactionalId);
        return new KafkaProducer<>(own, new StringSerializer(), new ByteArraySerializer());
    }
}
