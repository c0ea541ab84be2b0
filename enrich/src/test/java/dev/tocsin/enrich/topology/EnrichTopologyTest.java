package dev.tocsin.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.enrich.ahead.ReadAhead;
import dev.tocsin.enrich.annotate.AnnotationData;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CurrentCodebook;
import dev.tocsin.enrich.event.EventTypes;
import dev.tocsin.enrich.language.LanguageDetector;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.SampleRecords;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.Tier;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

class EnrichTopologyTest {
    private static final Instant NOON = Instant.parse("2025-05-15T12:00:00Z");
    private static final RecordFormat FORMAT = RecordFormat.of(Optional.empty());
    private static final Codebook BUNDLED = Codebook.bundled();

    private final EnrichCounters counters = new EnrichCounters();
    private final CurrentCodebook current = new CurrentCodebook(BUNDLED);
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> articles;
    private TestOutputTopic<String, byte[]> tagged;
    private TestOutputTopic<String, byte[]> dead;

    @BeforeEach
    void start(@TempDir Path state) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        ArticleEnricher enricher = new ArticleEnricher(new LanguageDetector(), current);
        driver =
                new TopologyTestDriver(
                        new EnrichTopology(
                                        FORMAT,
                                        enricher,
                                        StoryStageSettings.DEFAULT,
                                        counters,
                                        ReadAhead.none())
                                .get(),
                        properties);
        articles =
                driver.createInputTopic(
                        KafkaTopics.ARTICLES.topicName(),
                        new StringSerializer(),
                        new ByteArraySerializer());
        tagged = output(KafkaTopics.TAGGED_ARTICLES);
        dead = output(KafkaTopics.DEAD_LETTERS);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private TestOutputTopic<String, byte[]> output(KafkaTopics kafkaTopic) {
        return driver.createOutputTopic(
                kafkaTopic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Article article(String feedId, String contentHash, String title) {
        return Article.newBuilder(SampleRecords.article())
                .setFeedId(feedId)
                .setContentHash(contentHash)
                .setTitle(title)
                .build();
    }

    private void pipe(Article article) {
        articles.pipeInput(article.getId(), FORMAT.encode(KafkaTopics.ARTICLES, article), NOON);
    }

    private List<TaggedArticle> taggedArticles() {
        return tagged.readValuesToList().stream()
                .<TaggedArticle>map(bytes -> FORMAT.decode(KafkaTopics.TAGGED_ARTICLES, bytes))
                .toList();
    }

    private DeadLetter deadLetter() {
        return FORMAT.decode(KafkaTopics.DEAD_LETTERS, dead.readValue());
    }

    @Test
    void tagsAnArticleWithEvidenceThatPointsIntoItsText() {
        pipe(SampleRecords.article());

        TaggedArticle article = taggedArticles().getFirst();
        assertThat(article.getOccurrence()).isEqualTo(Occurrence.FIRST);
        assertThat(article.getLanguage()).isEqualTo("en");
        assertThat(article.getTaxonomyVersion()).isEqualTo(BUNDLED.taxonomy().version());
        var tag = article.getTags().getFirst();
        assertThat(tag.getConflictTopic()).isEqualTo("russia-ukraine-war");
        assertThat(tag.getTier()).isEqualTo(Tier.CONFIRMED);
        assertThat(tag.getEvidence()).isNotEmpty();
        tag.getEvidence().stream()
                .filter(hit -> hit.getField().name().equals("TITLE"))
                .forEach(hit ->
                        assertThat(article.getTitle().substring(hit.getStart(), hit.getEnd()))
                                .isEqualTo(hit.getText()));
    }

    @Test
    void aTaxonomySwappedMeanwhileTagsTheNextArticle() {
        pipe(article("courier", "1", "War in Ukraine"));
        Taxonomy bundled = BUNDLED.taxonomy();
        Taxonomy other =
                new Taxonomy(
                        "other",
                        List.of(bundled.find("yemen").orElseThrow()),
                        bundled.context(),
                        bundled.exclusions(),
                        bundled.masks());
        boolean swapped = current.swap(new Codebook(other, BUNDLED.annotations()));
        pipe(article("courier", "2", "War in Ukraine, again"));

        List<TaggedArticle> tagged = taggedArticles();
        assertThat(swapped).isTrue();
        assertThat(tagged)
                .extracting(TaggedArticle::getTaxonomyVersion)
                .containsExactly(bundled.version(), "other");
        assertThat(tagged.getFirst().getTags()).isNotEmpty();
        assertThat(tagged.getLast().getTags()).isEmpty();
        assertThat(current.swap(BUNDLED)).isTrue();
        assertThat(current.swap(BUNDLED)).isFalse();
    }

    @Test
    void eventTypesSwappedMeanwhileAreToldOfTheNextArticle() {
        pipe(article("courier", "1", "Ceasefire holds in Ukraine"));
        AnnotationData data = BUNDLED.annotations();
        AnnotationData other =
                new AnnotationData(
                        new EventTypes(List.of(), List.of()), data.gazetteer(), data.actors());
        assertThat(current.swap(new Codebook(BUNDLED.taxonomy(), other))).isTrue();
        pipe(article("courier", "2", "Ceasefire still holds in Ukraine"));

        List<TaggedArticle> tagged = taggedArticles();
        assertThat(tagged)
                .extracting(TaggedArticle::getAnnotationVersion)
                .containsExactly(data.version(), other.version());
        assertThat(tagged.getFirst().getEventTypes()).isNotEmpty();
        assertThat(tagged.getLast().getEventTypes()).isEmpty();
        assertThat(tagged.getLast().getTaxonomyVersion()).isEqualTo(BUNDLED.taxonomy().version());
    }

    @Test
    void keysAndTimesTravelOn() {
        pipe(SampleRecords.article());

        TestRecord<String, byte[]> record = tagged.readRecord();
        assertThat(record.key()).isEqualTo(SampleRecords.article().getId());
        assertThat(record.getRecordTime()).isEqualTo(NOON);
    }

    @Test
    void tellsRevisionsSightingsAndRepetitionsApart() {
        pipe(article("courier", "1", "Talks open in Istanbul"));
        pipe(article("courier", "1", "Talks open in Istanbul"));
        pipe(article("courier", "2", "Talks end in Istanbul"));
        pipe(article("mirror", "3", "Talks end"));

        assertThat(taggedArticles())
                .extracting(TaggedArticle::getOccurrence, TaggedArticle::getRevision)
                .containsExactly(
                        tuple(Occurrence.FIRST, 1),
                        tuple(Occurrence.REVISION, 2),
                        tuple(Occurrence.SIGHTING, 2));
        assertThat(counters.taggedCount()).isEqualTo(3);
        assertThat(counters.unchangedCount()).isEqualTo(1);
    }

    @Test
    void aPoisonPillBecomesADeadLetterAndTheStreamGoesOn() {
        byte[] poison = "no avro".getBytes(StandardCharsets.UTF_8);

        articles.pipeInput("key", poison, NOON);
        pipe(SampleRecords.article());

        DeadLetter letter = deadLetter();
        assertThat(letter.getStage()).isEqualTo("enrich");
        assertThat(letter.getErrorClass()).isEqualTo("UNREADABLE_RECORD");
        assertThat(letter.getSource()).startsWith("news.articles.v1-0@0");
        assertThat(letter.getOriginalValue().orElseThrow().array()).isEqualTo(poison);
        assertThat(taggedArticles()).hasSize(1);
        assertThat(counters.deadCount()).isEqualTo(1);
    }

    @Test
    void aRecordWithoutKeyOrValueBecomesADeadLetter() {
        articles.pipeInput(null, new byte[] {1}, NOON);
        articles.pipeInput("key", null, NOON);

        assertThat(dead.readValuesToList()).hasSize(2);
        assertThat(tagged.isEmpty()).isTrue();
    }

    @Test
    void aDateFromTheFutureMovesNeitherStreamTimeNorTheEventTime() {
        Instant farAway = Instant.parse("2999-01-01T00:00:00Z");
        Article claimed =
                Article.newBuilder(SampleRecords.article()).setPublishedAt(farAway).build();

        articles.pipeInput(claimed.getId(), FORMAT.encode(KafkaTopics.ARTICLES, claimed), farAway);

        TestRecord<String, byte[]> record = tagged.readRecord();
        TaggedArticle article = FORMAT.decode(KafkaTopics.TAGGED_ARTICLES, record.value());
        assertThat(record.getRecordTime()).isBefore(farAway);
        assertThat(article.getEventAt()).isEqualTo(claimed.getObservedAt());
        assertThat(article.getPublishedAt()).contains(farAway);
    }
}
