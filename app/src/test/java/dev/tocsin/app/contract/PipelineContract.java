package dev.tocsin.app.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationReader;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.pipeline.FeedSource;
import dev.tocsin.app.pipeline.Part;
import dev.tocsin.app.pipeline.Pipeline;
import dev.tocsin.app.pipeline.PipelineOptions;
import dev.tocsin.app.taxonomy.TaxonomyLog;
import dev.tocsin.console.api.Health;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CodebookFiles;
import dev.tocsin.ingest.identity.FeedId;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.schemas.SampleRecords;
import dev.tocsin.sink.postgres.DatabaseAccess;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the pipeline promises on any Kafka and any PostgreSQL, from a feed on HTTP to a row in SQL.
 * Every test has its own paper on its own path; the Kafka and the database are shared.
 */
abstract class PipelineContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    @TempDir Path data;
    private FeedFixture paper;

    abstract String bootstrap();

    abstract DatabaseAccess database();

    @BeforeEach
    void openPaper() throws Exception {
        paper = new FeedFixture();
    }

    @AfterEach
    void closePaper() {
        paper.close();
    }

    /** The id is part of the article's address, so every test has articles of its own. */
    private static String war(String id) {
        return FeedFixture.item(
                id + "-talks",
                "Russia and Ukraine open ceasefire talks in Istanbul",
                "Drones struck Kharkiv hours before the delegations met.");
    }

    private static String sport(String id) {
        return FeedFixture.item(
                id + "-cup", "Late winner settles the cup final", "A striker scored twice.");
    }

    private Pipeline start(List<Feed> feeds) throws Exception {
        return start(feeds, List.of());
    }

    /**
     * @param taxonomy the setting, empty for the one that ships
     */
    private Pipeline start(List<Feed> feeds, List<String> taxonomy) throws Exception {
        ConfigurationReader reader = new ConfigurationReader();
        Configuration configuration =
                reader.flag("taxonomy", "test", taxonomy)
                        .flag("kafka.bootstrap", "test", List.of(bootstrap()))
                        .flag("kafka.partitions", "test", List.of("2"))
                        .flag("postgres.url", "test", List.of(database().jdbcUrl()))
                        .flag("postgres.user", "test", List.of(database().user()))
                        .flag("postgres.password", "test", List.of(database().password()))
                        .flag("console.port", "test", List.of("0"))
                        .flag("egress.allow", "test", List.of("127.0.0.1/32"))
                        .flag("polling.interval", "test", List.of("300ms"))
                        .flag("polling.host-spacing", "test", List.of("0ms"))
                        .read();
        return Pipeline.start(
                configuration,
                DataFolder.open(data),
                PipelineOptions.of(Part.all(), new FeedSource.Fixed(feeds)));
    }

    private Feed feed(String path) {
        String url = paper.url(path);
        return Feed.newBuilder().setId(FeedId.of(url)).setUrl(url).setTitle("Paper").build();
    }

    private List<String> column(String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database().jdbcUrl(), database().user(), database().password());
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private String single(String query) throws SQLException {
        return column(query).getFirst();
    }

    private String ofFeed(Feed feed, String rest) {
        return "from article where feed_id = '" + feed.getId() + "' " + rest;
    }

    private void awaitCount(Feed feed, int expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(single("select count(*) " + ofFeed(feed, "")))
                                .isEqualTo(Integer.toString(expected)));
    }

    @Test
    void anEntryBecomesATaggedSearchableRowWithEvidence() throws Exception {
        Feed feed = feed("/flow.xml");
        paper.serve("/flow.xml", FeedFixture.rss("Paper", war("flow"), sport("flow")));

        try (Pipeline pipeline = start(List.of(feed))) {
            awaitCount(feed, 2);

            assertThat(pipeline.page()).isPresent();
        }
        assertThat(
                        column(
                                "select t.conflict_topic || ' ' || lower(t.tier) from article_tag t"
                                        + " join article a on a.id = t.article_id where a.feed_id = '"
                                        + feed.getId()
                                        + "'"))
                .containsExactly("russia-ukraine-war confirmed");
        assertThat(
                        single(
                                "select t.evidence -> 0 ->> 'text' from article_tag t join article a"
                                        + " on a.id = t.article_id where a.feed_id = '"
                                        + feed.getId()
                                        + "'"))
                .isNotBlank();
        assertThat(
                        column(
                                "select title "
                                        + ofFeed(
                                                feed,
                                                "and search @@ websearch_to_tsquery('simple', 'kharkiv')")))
                .containsExactly("Russia and Ukraine open ceasefire talks in Istanbul");
    }

    @Test
    void stoppingAndStartingLosesNothingAndRepeatsNothing() throws Exception {
        Feed feed = feed("/restart.xml");
        paper.serve("/restart.xml", FeedFixture.rss("Paper", war("restart")));
        try (Pipeline first = start(List.of(feed))) {
            awaitCount(feed, 1);
            assertThat(first.health())
                    .extracting(Health::part)
                    .contains("ingest", "enrich", "sink");
        }
        paper.conditionalRequests().clear();

        paper.serve("/restart.xml", FeedFixture.rss("Paper", war("restart"), sport("restart")));
        try (Pipeline second = start(List.of(feed))) {
            awaitCount(feed, 2);
            assertThat(second.health())
                    .extracting(Health::part)
                    .contains("ingest", "enrich", "sink");
        }

        assertThat(paper.conditionalRequests()).as("validators survive").contains("/restart.xml");
        assertThat(column("select revision " + ofFeed(feed, ""))).containsOnly("1");
        assertThat(
                        single(
                                "select published from feed_status where feed_id = '"
                                        + feed.getId()
                                        + "'"))
                .isEqualTo("2");
    }

    @Test
    void aChangedTextIsARevisionAndAnotherFeedASighting() throws Exception {
        Feed feed = feed("/edit.xml");
        Feed mirror = feed("/mirror.xml");
        String entry = FeedFixture.item("edit", "Shelling near Goma kills 3", "M23 advances.");
        paper.serve("/edit.xml", FeedFixture.rss("Paper", entry));
        paper.serve("/mirror.xml", FeedFixture.rss("Mirror"));

        try (Pipeline pipeline = start(List.of(feed, mirror))) {
            awaitCount(feed, 1);
            paper.serve("/mirror.xml", FeedFixture.rss("Mirror", entry));
            paper.serve("/edit.xml", FeedFixture.rss("Paper", entry.replace("kills 3", "kills 5")));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> {
                        assertThat(single("select title " + ofFeed(feed, "")))
                                .isEqualTo("Shelling near Goma kills 5");
                        assertThat(
                                        single(
                                                "select count(*) from article_sighting s"
                                                        + " join article a on a.id ="
                                                        + " s.article_id where a.feed_id = '"
                                                        + feed.getId()
                                                        + "'"))
                                .isEqualTo("2");
                    });
            assertThat(pipeline.health()).isNotEmpty();
        }
        assertThat(
                        column(
                                "select r.title from article_revision r join article a on a.id ="
                                        + " r.article_id where a.feed_id = '"
                                        + feed.getId()
                                        + "' order by r.revision"))
                .containsExactly("Shelling near Goma kills 3", "Shelling near Goma kills 5");
        awaitCount(mirror, 0);
    }

    @Test
    void whatASenderLeftUncommittedWhenItDiedIsNeverSeen() throws Exception {
        Feed feed = feed("/fence.xml");
        paper.serve("/fence.xml", FeedFixture.rss("Paper", sport("fence")));
        try (Pipeline first = start(List.of(feed))) {
            awaitCount(feed, 1);
            assertThat(first.health()).isNotEmpty();
        }

        for (int partition = 0; partition < 2; partition++) {
            sendWithoutCommit("ingest-" + partition);
        }
        paper.serve("/fence.xml", FeedFixture.rss("Paper", sport("fence"), war("fence")));
        try (Pipeline second = start(List.of(feed))) {
            awaitCount(feed, 2);
            assertThat(second.health()).isNotEmpty();
        }

        assertThat(
                        column(
                                "select id from article where id = '"
                                        + SampleRecords.article().getId()
                                        + "'"))
                .isEmpty();
    }

    /**
     * A worker that dies between send and commit: its transaction stays open until it is fenced.
     */
    private void sendWithoutCommit(String transactionalId) throws Exception {
        KafkaProducer<String, byte[]> dying =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap(),
                                "transactional.id",
                                transactionalId),
                        new StringSerializer(),
                        new ByteArraySerializer());
        dying.initTransactions();
        dying.beginTransaction();
        byte[] article =
                RecordFormat.of(Optional.empty())
                        .encode(KafkaTopics.ARTICLES, SampleRecords.article());
        dying.send(
                        new ProducerRecord<>(
                                KafkaTopics.ARTICLES.topicName(),
                                SampleRecords.article().getId(),
                                article))
                .get();
    }

    @Test
    void aPoisonRecordIsSetAsideAndCostsNothingElse() throws Exception {
        Feed feed = feed("/poison.xml");
        paper.serve("/poison.xml", FeedFixture.rss("Paper", war("poison")));
        byte[] poison = "no avro at all".getBytes(StandardCharsets.UTF_8);

        try (Pipeline pipeline = start(List.of(feed))) {
            awaitCount(feed, 1);
            try (KafkaProducer<String, byte[]> stranger = stranger()) {
                stranger.send(
                                new ProducerRecord<>(
                                        KafkaTopics.ARTICLES.topicName(), "stray", poison))
                        .get();
            }
            paper.serve("/poison.xml", FeedFixture.rss("Paper", war("poison"), sport("poison")));
            awaitCount(feed, 2);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(
                                            column(
                                                    "select error_class || ' ' ||"
                                                            + " convert_from(original_value,"
                                                            + " 'UTF8') from dead_letter"))
                                    .contains("UNREADABLE_RECORD no avro at all"));
            assertThat(pipeline.health()).isNotEmpty();
        }
    }

    private KafkaProducer<String, byte[]> stranger() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Test
    void aFeedThatDoesNotWorkSaysSoAndLeavesTheOthersAlone() throws Exception {
        Feed good = feed("/good.xml");
        Feed html = feed("/html.xml");
        Feed gone = feed("/gone.xml");
        Feed missing = feed("/missing.xml");
        Feed empty = feed("/empty.xml");
        Feed broken = feed("/broken.xml");
        paper.serve("/good.xml", FeedFixture.rss("Paper", war("good")));
        paper.serve("/html.xml", 200, "text/html", "<!doctype html><html><body>Hi</body></html>");
        paper.serve("/gone.xml", 410, "text/plain", "gone");
        paper.serve("/empty.xml", 200, "text/xml", "");
        paper.serve("/broken.xml", "<rss version='2.0'><channel><title>x</ttle><<item>");

        try (Pipeline pipeline = start(List.of(html, gone, missing, empty, broken, good))) {
            awaitCount(good, 1);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> {
                        assertThat(error(html)).isEqualTo("FAILING HTML");
                        assertThat(error(gone)).isEqualTo("GONE HTTP_410");
                        assertThat(error(missing)).isEqualTo("FAILING HTTP_404");
                        assertThat(error(empty)).isEqualTo("FAILING EMPTY");
                        assertThat(error(broken)).isEqualTo("FAILING MALFORMED");
                        assertThat(error(good)).isEqualTo("HEALTHY -");
                    });
            assertThat(pipeline.health()).isNotEmpty();
        }
    }

    @Test
    void aTaxonomyPublishedOnKafkaIsFollowedByTagsAndVocabulary() throws Exception {
        Feed feed = feed("/published.xml");
        paper.serve("/published.xml", FeedFixture.rss("Paper", sport("published")));

        try (Pipeline pipeline = start(List.of(feed), List.of("kafka"))) {
            awaitCount(feed, 1);
            publishUtopia();
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(pipeline.health())
                                    .filteredOn(each -> each.part().equals("taxonomy"))
                                    .extracting(Health::text)
                                    .containsExactly("version 1 is in force"));
            paper.serve(
                    "/published.xml",
                    FeedFixture.rss(
                            "Paper",
                            FeedFixture.item("published-new", "Amaurot falls", "It is over.")));
            awaitCount(feed, 2);
            assertThat(vocabulary(pipeline))
                    .contains("\"utopia\"")
                    .doesNotContain("sudan-civil-war");
        }
        assertThat(
                        column(
                                "select t.conflict_topic from article_tag t"
                                        + " join article a on a.id = t.article_id where a.feed_id = '"
                                        + feed.getId()
                                        + "'"))
                .containsExactly("utopia");
    }

    private void publishUtopia() throws Exception {
        CodebookFiles files =
                new CodebookFiles(
                        new TreeMap<>(
                                Map.of(
                                        "_context.yaml",
                                        "context: {en: [war]}",
                                        "_exclusions.yaml",
                                        "exclusions: {}",
                                        "utopia.yaml",
                                        "{slug: utopia, names: {en: Utopia}, scope: s, strong: {en:"
                                                + " [Amaurot]}}")));
        new TaxonomyLog(
                        Map.of("bootstrap.servers", bootstrap()),
                        new RecordSerdes(RecordFormat.of(Optional.empty())))
                .publish(files, Codebook.read(files), "", Instant.now());
    }

    private static String vocabulary(Pipeline pipeline) throws Exception {
        URI address = URI.create(pipeline.page().orElseThrow() + "/api/v1/vocabulary");
        try (InputStream answer = address.toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String error(Feed feed) throws SQLException {
        List<String> rows =
                column(
                        "select state || ' ' || coalesce(last_error, '-') from feed_status where"
                                + " feed_id = '"
                                + feed.getId()
                                + "'");
        return rows.isEmpty() ? "not stored yet" : rows.getFirst();
    }
}
