package dev.tocsin.app.websub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationReader;
import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.pipeline.FeedSource;
import dev.tocsin.app.pipeline.IngestAssembly;
import dev.tocsin.app.pipeline.Part;
import dev.tocsin.app.pipeline.Pipeline;
import dev.tocsin.app.pipeline.PipelineOptions;
import dev.tocsin.console.api.Health;
import dev.tocsin.egress.EgressClient;
import dev.tocsin.ingest.identity.FeedId;
import dev.tocsin.ingest.publish.CompactedLog;
import dev.tocsin.ingest.publish.FeedRegistry;
import dev.tocsin.ingest.push.PushKeys;
import dev.tocsin.ingest.push.PushSettings;
import dev.tocsin.ingest.push.WebSub;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From a hub's push to an article on Kafka, over real HTTP and the broker that comes with the
 * program. The feed is polled once an hour, so what arrives was pushed.
 */
class WebSubTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET = "a secret that all processes of this test share";
    private static final RecordSerdes SERDES = new RecordSerdes(RecordFormat.of(Optional.empty()));

    @TempDir static Path folder;
    private static EmbeddedKafka kafka;

    @TempDir Path data;
    private HubFixture paper;
    private Feed feed;
    private int port;

    @BeforeAll
    static void startKafka() {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void start() throws IOException {
        paper = new HubFixture();
        String url = paper.feedUrl();
        feed = Feed.newBuilder().setId(FeedId.of(url)).setUrl(url).setTitle("Paper").build();
        port = freePort();
    }

    @AfterEach
    void stop() {
        paper.close();
    }

    @Test
    void whatAHubPushesIsAnArticleWithoutAPollInBetween() throws Exception {
        try (Pipeline pipeline = ingest(port)) {
            awaitSubscription();

            assertThat(paper.push(HubFixture.rss("1"))).isEqualTo(202);
            awaitStories("0", "1");

            assertThat(paper.push(HubFixture.rss("forged"), "guessed")).isEqualTo(202);
            assertThat(paper.push(HubFixture.rss("2"))).isEqualTo(202);
            awaitStories("0", "1", "2");
            assertThat(paper.fetches()).isEqualTo(1);
            assertThat(cursor().getPushes()).isEqualTo(2);
            assertThat(cursor().getPolls()).isEqualTo(1);
            assertThat(webSub(pipeline))
                    .containsEntry("received", 3L)
                    .containsEntry("accepted", 2L)
                    .containsEntry("ignored", 1L);
        }
    }

    @Test
    void whatCannotBeReadMakesTheFeedPolledAtOnce() throws Exception {
        try (Pipeline pipeline = ingest(port)) {
            awaitSubscription();
            assertThat(pipeline.health()).isNotEmpty();

            paper.push("no feed at all");

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(cursor().getNextPollReason())
                                    .contains("the hub signals news"));
            assertThat(cursor().getNextPollAt().orElseThrow())
                    .isBefore(Instant.now().plus(Duration.ofMinutes(2)));
        }
    }

    @Test
    void aPushToAnotherProcessReachesTheOneThatOwnsTheFeed() throws Exception {
        try (EgressClient egress = egress();
                WebSub other = listeningElsewhere(egress, port);
                Pipeline owner = ingest(freePort())) {
            awaitSubscription();
            assertThat(paper.push(HubFixture.rss("1"))).isEqualTo(202);

            awaitStories("0", "1");
            assertThat(other.counts().accepted()).isEqualTo(1);
            assertThat(webSub(owner)).containsEntry("received", 0L);
        }
    }

    @Test
    void whatIsPushedWhileNobodyOwnsTheFeedIsPublishedOnceByWhoeverOwnsItNext() throws Exception {
        try (EgressClient egress = egress();
                WebSub other = listeningElsewhere(egress, port)) {
            try (Pipeline first = ingest(freePort())) {
                awaitSubscription();
                paper.push(HubFixture.rss("1"));
                awaitStories("0", "1");
                assertThat(first.health()).isNotEmpty();
            }
            paper.push(HubFixture.rss("2"));
            try (Pipeline second = ingest(freePort())) {
                awaitStories("0", "1", "2");
                assertThat(second.health()).isNotEmpty();
            }
            try (Pipeline third = ingest(freePort())) {
                paper.push(HubFixture.rss("3"));
                awaitStories("0", "1", "2", "3");
                assertThat(third.health()).isNotEmpty();
            }
            assertThat(cursor().getPushes()).as("every push once").isEqualTo(3);
            assertThat(other.counts().accepted()).isEqualTo(3);
            assertThat(paper.fetches()).isEqualTo(1);
        }
    }

    @Test
    void aFeedThatLeavesTheListIsUnsubscribed() throws Exception {
        try (Pipeline pipeline = ingest(port)) {
            awaitSubscription();
            assertThat(pipeline.health()).isNotEmpty();

            new FeedRegistry(client(), SERDES)
                    .sync(List.of(Feed.newBuilder(feed).setEnabled(false).build()));

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(paper.confirmed())
                                    .extracting(form -> form.get("hub.mode"))
                                    .containsExactly("subscribe", "unsubscribe"));
            assertThat(paper.push(HubFixture.rss("late"))).isEqualTo(410);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(cursor().getHubLeaseUntil()).isEmpty());
        }
    }

    private void awaitSubscription() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(cursor().getHubLeaseUntil().filter(Instant.now()::isBefore))
                                .isPresent());
    }

    private void awaitStories(String... ids) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stories()).containsExactlyInAnyOrder(ids));
    }

    /** The guids of all articles of the feed, as often as they were published. */
    private List<String> stories() {
        List<String> guids = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        committedOnly(), new StringDeserializer(), new ByteArrayDeserializer())) {
            String name = KafkaTopics.ARTICLES.topicName();
            List<TopicPartition> all =
                    consumer.partitionsFor(name).stream()
                            .map(info -> new TopicPartition(name, info.partition()))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> {
                            Article article =
                                    SERDES.format().decode(KafkaTopics.ARTICLES, record.value());
                            if (article.getFeedId().equals(feed.getId())) {
                                guids.add(article.getGuid().orElse(""));
                            }
                        });
            }
        }
        return guids;
    }

    private FeedCursor cursor() {
        FeedCursor cursor =
                new CompactedLog(client(), SERDES)
                        .<FeedCursor>read(KafkaTopics.FEED_CURSORS)
                        .values()
                        .get(feed.getId());
        assertThat(cursor).as("the feed's cursor").isNotNull();
        return cursor;
    }

    private static Map<String, Object> webSub(Pipeline pipeline) {
        return pipeline.health().stream()
                .filter(health -> health.part().equals("websub"))
                .map(Health::details)
                .findFirst()
                .orElseThrow();
    }

    private Pipeline ingest(int listenOn) throws Exception {
        return Pipeline.start(
                configuration(listenOn),
                DataFolder.open(data),
                PipelineOptions.of(EnumSet.of(Part.INGEST), new FeedSource.Fixed(List.of(feed))));
    }

    /** A process that owns no feed. */
    private WebSub listeningElsewhere(EgressClient egress, int listenOn) throws Exception {
        try (Pipeline first = ingest(freePort())) {
            assertThat(first.health()).as("creates what is needed on Kafka").isNotEmpty();
        }
        WebSub other =
                new WebSub(
                        new PushSettings(
                                callback(),
                                "127.0.0.1",
                                listenOn,
                                new PushKeys(SECRET.getBytes(UTF_8)),
                                Duration.ZERO),
                        client(),
                        SERDES,
                        egress,
                        Clock.systemUTC());
        other.start();
        return other;
    }

    private EgressClient egress() throws Exception {
        return IngestAssembly.egress(configuration(port).egress());
    }

    private Configuration configuration(int listenOn) throws Exception {
        Path secret = Files.writeString(data.resolve("shared-secret"), SECRET);
        return new ConfigurationReader()
                .flag("kafka.bootstrap", "test", List.of(kafka.bootstrap()))
                .flag("kafka.partitions", "test", List.of("2"))
                .flag("egress.allow", "test", List.of("127.0.0.1/32"))
                .flag("polling.interval", "test", List.of("1h"))
                .flag("polling.host-spacing", "test", List.of("0ms"))
                .flag("websub.callback", "test", List.of(callback().toString()))
                .flag("websub.port", "test", List.of(Integer.toString(listenOn)))
                .flag("websub.secret-file", "test", List.of(secret.toString()))
                .read();
    }

    private URI callback() {
        return URI.create("http://127.0.0.1:" + port + "/websub");
    }

    private static Map<String, Object> client() {
        return Map.of("bootstrap.servers", kafka.bootstrap());
    }

    private static Map<String, Object> committedOnly() {
        return Map.of("bootstrap.servers", kafka.bootstrap(), "isolation.level", "read_committed");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
