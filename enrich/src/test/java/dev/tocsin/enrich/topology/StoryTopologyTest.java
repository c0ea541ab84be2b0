package dev.tocsin.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.ahead.ReadAhead;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.Coder;
import dev.tocsin.enrich.language.LanguageDetector;
import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertEvidence;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.Correction;
import dev.tocsin.schemas.CorrectionKind;
import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.NewsStory;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.SampleRecords;
import dev.tocsin.schemas.StoryPlacement;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

class StoryTopologyTest {
    private static final Instant NOON = Instant.parse("2025-05-15T12:00:00Z");
    private static final RecordFormat FORMAT = RecordFormat.of(Optional.empty());
    private static final ArticleEnricher ENRICHER =
            new ArticleEnricher(new LanguageDetector(), Coder.of(Codebook.bundled()));

    private static final byte @Nullable [] TOMBSTONE = null;

    private final EnrichCounters counters = new EnrichCounters();
    private TopologyTestDriver driver;

    @BeforeEach
    void start(@TempDir Path state) {
        driver = driver(state, StoryStageSettings.DEFAULT);
    }

    private TopologyTestDriver driver(Path state, StoryStageSettings settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        return new TopologyTestDriver(
                new EnrichTopology(FORMAT, ENRICHER, settings, counters, ReadAhead.none()).get(),
                properties,
                NOON);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private void pipe(KafkaTopics kafkaTopic, String key, SpecificRecord record) {
        pipe(kafkaTopic, key, FORMAT.encode(kafkaTopic, record));
    }

    private void pipe(KafkaTopics kafkaTopic, String key, byte @Nullable [] bytes) {
        TestInputTopic<String, byte[]> input =
                driver.createInputTopic(
                        kafkaTopic.topicName(), new StringSerializer(), new ByteArraySerializer());
        input.pipeInput(new TestRecord<>(key, bytes, NOON));
    }

    private void publish(String id, String publisher, String title, String summary) {
        publish(id, publisher, title, summary, NOON);
    }

    private void publish(
            String id, String publisher, String title, String summary, Instant publishedAt) {
        Article article =
                Article.newBuilder(SampleRecords.article())
                        .setId(id)
                        .setFeedId(publisher)
                        .setFeedTitle(publisher)
                        .setPublisher(publisher)
                        .setContentHash(title)
                        .setTitle(title)
                        .setSummary(summary)
                        .setPublishedAt(publishedAt)
                        .setObservedAt(NOON)
                        .build();
        pipe(KafkaTopics.ARTICLES, id, article);
    }

    private void publishKharkivStrike() {
        publish(
                "a1",
                "Herald",
                "Russian drones strike Kharkiv apartment block, three killed",
                "A nine-storey block burned in Kharkiv after Shahed drones hit it at night.");
        publish(
                "a2",
                "Courier",
                "Three killed as Russian drones hit apartment block in Kharkiv",
                "Rescuers in Kharkiv searched the nine-storey block after the drones struck.");
    }

    private <T extends SpecificRecord> List<T> read(KafkaTopics kafkaTopic, Class<T> type) {
        List<T> records = new ArrayList<>();
        driver.createOutputTopic(
                        kafkaTopic.topicName(),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())
                .readValuesToList()
                .forEach(bytes -> records.add(type.cast(FORMAT.decode(kafkaTopic, bytes))));
        return records;
    }

    private static AlertRule rule(int minOrigins) {
        return AlertRule.newBuilder(SampleRecords.alertRule())
                .setEventTypes(List.of("air-drone-missile-shelling"))
                .setMinOrigins(minOrigins)
                .build();
    }

    @Test
    void articlesOnOneHappeningAreOneStoryWithItsOriginsCounted() {
        publishKharkivStrike();
        publish("b1", "Herald", "Olive harvest fails in the south", "Growers blame drought.");

        NewsStory strike =
                read(KafkaTopics.STORIES, NewsStory.class).stream()
                        .filter(story -> story.getId().equals("a1"))
                        .reduce((one, later) -> later)
                        .orElseThrow();
        assertThat(strike.getArticles()).isEqualTo(2);
        assertThat(strike.getIndependentOrigins()).isEqualTo(2);
        assertThat(strike.getConflictTopics()).containsExactly("russia-ukraine-war");
        assertThat(read(KafkaTopics.STORY_PLACEMENTS, StoryPlacement.class))
                .extracting(each -> each.getArticleId() + " in " + each.getStoryId())
                .containsExactly("a1 in a1", "a2 in a1", "b1 in b1");
    }

    @Test
    void anAlertComesOnceWhenEnoughOriginsReportItAndSaysWhy() {
        pipe(KafkaTopics.ALERT_RULES, "talks", rule(2));

        publish(
                "a1",
                "Herald",
                "Russian drones strike Kharkiv apartment block, three killed",
                "A nine-storey block burned in Kharkiv after Shahed drones hit it at night.");
        assertThat(read(KafkaTopics.ALERTS, Alert.class)).isEmpty();
        publishKharkivStrike();

        Alert alert = read(KafkaTopics.ALERTS, Alert.class).getFirst();
        assertThat(alert.getSubject()).isEqualTo("a1");
        assertThat(alert.getIndependentOrigins()).isEqualTo(2);
        assertThat(alert.getRaisedAt()).isEqualTo(NOON);
        assertThat(alert.getEvidence())
                .extracting(AlertEvidence::getPublisher)
                .containsExactly("Herald", "Courier");
        assertThat(alert.getEvidence().getFirst().getQuotes()).isNotEmpty();
    }

    @Test
    void laterArticlesUpdateTheAlertInsteadOfRaisingAnother() {
        pipe(KafkaTopics.ALERT_RULES, "talks", rule(1));

        publishKharkivStrike();

        List<Alert> alerts = read(KafkaTopics.ALERTS, Alert.class);
        assertThat(alerts).extracting(Alert::getSequence).containsExactly(1, 2);
        assertThat(alerts).extracting(Alert::getId).containsOnly(alerts.getFirst().getId());
    }

    @Test
    void aRuleThatIsTakenBackWakesNobody() {
        pipe(KafkaTopics.ALERT_RULES, "talks", rule(1));
        pipe(KafkaTopics.ALERT_RULES, "talks", TOMBSTONE);
        pipe(KafkaTopics.ALERT_RULES, "broken", new byte[] {1, 2, 3});

        publishKharkivStrike();

        assertThat(read(KafkaTopics.ALERTS, Alert.class)).isEmpty();
    }

    @Test
    void oldNewsWakesNobody() {
        pipe(KafkaTopics.ALERT_RULES, "talks", rule(1));

        publish(
                "a1",
                "Herald",
                "Russian drones strike Kharkiv apartment block, three killed",
                "A nine-storey block burned in Kharkiv after Shahed drones hit it at night.",
                NOON.minus(Duration.ofHours(49)));

        assertThat(read(KafkaTopics.ALERTS, Alert.class)).isEmpty();
        assertThat(read(KafkaTopics.STORIES, NewsStory.class)).hasSize(1);
    }

    @Test
    void peopleMergeStoriesAndAreToldWhenTheyCannot() {
        publish("a1", "Herald", "Russian drones strike Kharkiv apartment block", "Three killed.");
        publish("b1", "Courier", "Night of fire in the second city", "Residents tell.");
        read(KafkaTopics.STORIES, NewsStory.class);

        pipe(KafkaTopics.CORRECTIONS, "all", merge("b1", "a1"));
        pipe(KafkaTopics.CORRECTIONS, "all", merge("nowhere", "a1"));

        List<NewsStory> stories = read(KafkaTopics.STORIES, NewsStory.class);
        assertThat(stories)
                .anySatisfy(story -> {
                    assertThat(story.getId()).isEqualTo("b1");
                    assertThat(story.getAbsorbedInto()).contains("a1");
                })
                .anySatisfy(story -> {
                    assertThat(story.getId()).isEqualTo("a1");
                    assertThat(story.getArticles()).isEqualTo(2);
                    assertThat(story.getCorrected()).isTrue();
                });
        DeadLetter refused = read(KafkaTopics.DEAD_LETTERS, DeadLetter.class).getFirst();
        assertThat(refused.getStage()).isEqualTo("stories");
        assertThat(refused.getErrorText()).isEqualTo("no story in the window: nowhere");
    }

    private static Correction merge(String story, String into) {
        return Correction.newBuilder(SampleRecords.correction())
                .setStoryKey("all")
                .setKind(CorrectionKind.MERGE)
                .setStoryId(story)
                .setIntoStoryId(into)
                .build();
    }

    @Test
    void aMergedStoryIsNotToldAgainByTheSameRule() {
        pipe(KafkaTopics.ALERT_RULES, "talks", rule(1));
        publish("a1", "Herald", "Russian drones strike Kharkiv apartment block", "Three killed.");
        publish("b1", "Courier", "Missiles fall on Odesa port in Ukraine", "Grain silos burn.");
        List<Alert> raised = read(KafkaTopics.ALERTS, Alert.class);

        pipe(KafkaTopics.CORRECTIONS, "all", merge("b1", "a1"));

        assertThat(raised).extracting(Alert::getSequence).containsExactly(1, 1);
        assertThat(read(KafkaTopics.ALERTS, Alert.class))
                .allSatisfy(alert -> assertThat(alert.getSequence()).isGreaterThan(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"RETAG", "UNTAG"})
    void aTagCorrectedInAnArticleOfNoStoryIsNoDeadLetter(CorrectionKind kind) {
        pipe(KafkaTopics.CORRECTIONS, "all", tag(kind, "long-gone"));

        assertThat(read(KafkaTopics.DEAD_LETTERS, DeadLetter.class)).isEmpty();
        assertThat(counters.deadCount()).isZero();
    }

    @Test
    void aTagCorrectedInAnArticleOfAStoryChangesTheStory() {
        publish("a1", "Herald", "Russian drones strike Kharkiv apartment block", "Three killed.");
        read(KafkaTopics.STORIES, NewsStory.class);

        pipe(KafkaTopics.CORRECTIONS, "all", tag(CorrectionKind.RETAG, "a1"));

        assertThat(read(KafkaTopics.STORIES, NewsStory.class))
                .singleElement()
                .satisfies(story -> assertThat(story.getConflictTopics()).contains("yemen"));
    }

    @Test
    void aMergeOfAStoryThatIsNotThereIsADeadLetter() {
        pipe(KafkaTopics.CORRECTIONS, "all", merge("b1", "a1"));

        assertThat(read(KafkaTopics.DEAD_LETTERS, DeadLetter.class))
                .extracting(DeadLetter::getErrorClass)
                .containsExactly("CORRECTION_REFUSED");
    }

    private static Correction tag(CorrectionKind kind, String article) {
        return Correction.newBuilder(SampleRecords.correction())
                .setStoryKey("all")
                .setKind(kind)
                .setArticleIds(List.of(article))
                .setConflictTopic("yemen")
                .build();
    }

    @Test
    void aCorrectionThatCannotBeReadIsADeadLetter() {
        pipe(KafkaTopics.CORRECTIONS, "all", new byte[] {9, 9});

        assertThat(read(KafkaTopics.DEAD_LETTERS, DeadLetter.class))
                .extracting(DeadLetter::getErrorClass)
                .containsExactly("UNREADABLE_RECORD");
        assertThat(counters.deadCount()).isEqualTo(1);
    }

    @Test
    void withSeveralPartitionsStoriesAreLookedForWithinALanguage(@TempDir Path state) {
        driver.close();
        driver =
                driver(
                        state,
                        new StoryStageSettings(
                                StoryStageSettings.DEFAULT.window(), 3, Duration.ofHours(48)));

        publishKharkivStrike();

        assertThat(read(KafkaTopics.STORIES, NewsStory.class))
                .extracting(NewsStory::getStoryKey)
                .containsOnly("en");
    }
}
