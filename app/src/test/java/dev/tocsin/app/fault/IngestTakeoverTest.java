package dev.tocsin.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.app.process.TocsinProcess;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two ingest processes share the feeds; one is killed in the middle of its work. */
class IngestTakeoverTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern READY = Pattern.compile("ingest.*running|Ready|ready");
    private static final int FEEDS = 12;

    @TempDir Path folder;

    @Test
    void theFeedsOfAKilledProcessMoveToTheOtherAndEveryEntryIsPublishedOnce() throws Exception {
        long seed = new Random().nextLong();
        System.err.println("seed " + seed);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
                GrowingFeeds feeds = GrowingFeeds.start(FEEDS)) {
            Path list = feedList(feeds);
            try (TocsinProcess survivor = worker("one", kafka, list);
                    TocsinProcess victim = worker("two", kafka, list)) {
                awaitTwoMembers(kafka);
                awaitGrowth(feeds, 2);

                TimeUnit.MILLISECONDS.sleep(new Random(seed).nextLong(1_000));
                victim.kill();

                awaitGrowth(feeds, 3);
                assertThat(survivor).isNotNull();
            }
            assertThat(feeds.overlaps()).as("requests to a host that was busy").isZero();
            assertEveryEntryOnce(published(kafka), feeds);
        }
    }

    private TocsinProcess worker(String name, EmbeddedKafka kafka, Path list) throws Exception {
        Path configuration =
                Files.writeString(
                        folder.resolve(name + ".yaml"),
                        """
                        kafka: {bootstrap: "%s", partitions: 4}
                        polling: {interval: 300ms, host-spacing: 50ms}
                        egress: {allow: [127.0.0.0/8]}
                        """
                                .formatted(kafka.bootstrap()));
        return TocsinProcess.start(
                name,
                READY,
                "up",
                "--only",
                "ingest",
                "--config",
                configuration.toString(),
                "--feeds",
                list.toString(),
                "--data",
                folder.resolve(name).toString());
    }

    private Path feedList(GrowingFeeds feeds) throws Exception {
        String entries =
                feeds.urls().stream()
                        .map(url -> "  - {url: \"%s\", title: Growing}\n".formatted(url))
                        .collect(Collectors.joining());
        return Files.writeString(folder.resolve("feeds.yaml"), "feeds:\n" + entries);
    }

    private static void awaitTwoMembers(EmbeddedKafka kafka) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() ->
                            admin
                                            .describeConsumerGroups(List.of("tocsin-ingest"))
                                            .all()
                                            .get()
                                            .get("tocsin-ingest")
                                            .members()
                                            .stream()
                                            .filter(IngestTakeoverTest::hasFeeds)
                                            .count()
                                    == 2);
        }
    }

    private static boolean hasFeeds(MemberDescription member) {
        return !member.assignment().topicPartitions().isEmpty();
    }

    /** Waits until every feed has been asked so many times more. */
    private static void awaitGrowth(GrowingFeeds feeds, int more) {
        Map<String, Integer> before = feeds.counts();
        await().atMost(PATIENCE)
                .until(() ->
                        feeds.counts().entrySet().stream()
                                .allMatch(e -> e.getValue() >= before.get(e.getKey()) + more));
    }

    /** Article numbers by feed address, in the order in which they were published. */
    private static Map<String, List<Integer>> published(EmbeddedKafka kafka) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", kafka.bootstrap(), "isolation.level", "read_committed");
        Map<String, List<Integer>> numbers = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(KafkaTopics.ARTICLES.topicName()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> note(numbers, record.value()));
            }
        }
        return numbers;
    }

    private static void note(Map<String, List<Integer>> numbers, byte[] value) {
        Article article = RecordFormat.of(Optional.empty()).decode(KafkaTopics.ARTICLES, value);
        String url = article.getUrl().orElseThrow();
        int entry = url.indexOf("entry/");
        numbers.computeIfAbsent(url.substring(0, entry), _ -> new ArrayList<>())
                .add(Integer.valueOf(url.substring(entry + "entry/".length())));
    }

    private static void assertEveryEntryOnce(
            Map<String, List<Integer>> published, GrowingFeeds feeds) {
        assertThat(published.keySet()).containsExactlyInAnyOrderElementsOf(feeds.urls());
        published.forEach((url, numbers) -> {
            int last = numbers.stream().mapToInt(Integer::intValue).max().orElseThrow();
            assertThat(numbers)
                    .as("entries of " + url)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, last).boxed().toList());
            assertThat(last).isGreaterThanOrEqualTo(feeds.counts().get(url) - 1);
        });
    }
}
