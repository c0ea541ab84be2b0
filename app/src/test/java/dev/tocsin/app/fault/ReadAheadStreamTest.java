package dev.tocsin.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.enrich.ahead.ReadAhead;
import dev.tocsin.enrich.article.Enriching;
import dev.tocsin.enrich.article.Untagged;
import dev.tocsin.enrich.topology.EnrichCounters;
import dev.tocsin.enrich.topology.EnrichStreams;
import dev.tocsin.enrich.topology.StreamsSettings;
import dev.tocsin.enrich.topology.TaggingTopology;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.KafkaTopicSetup;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.SampleRecords;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Kafka Streams has to hand on the headers that errands travel with. */
class ReadAheadStreamTest {
    private static final RecordFormat FORMAT = RecordFormat.of(Optional.empty());
    private static final int ARTICLES = 2_000;

    private final Set<String> threads = ConcurrentHashMap.newKeySet();

    @Test
    void helpersReadTheTextsOfABacklogBeforeTheirTurn(@TempDir Path folder) throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrap());
            KafkaTopicSetup.ensure(client, 2);
            publish(client);

            EnrichCounters counters = run(client, folder.resolve("streams"));

            assertThat(counters.taggedCount()).isEqualTo(ARTICLES);
            assertThat(counters.deadCount()).isEqualTo(1);
            assertThat(threads).anyMatch(name -> name.startsWith("tocsin-read-ahead-"));
        }
    }

    private EnrichCounters run(Map<String, Object> client, Path state) {
        EnrichCounters counters = new EnrichCounters();
        StreamsSettings settings = new StreamsSettings(client, state, 1, Duration.ofMillis(100));
        try (ReadAhead readAhead = new ReadAhead(2);
                EnrichStreams streams =
                        new EnrichStreams(
                                settings,
                                "read-ahead",
                                new TaggingTopology(FORMAT, noted(), counters, readAhead),
                                readAhead)) {
            streams.start();
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> counters.taggedCount() + counters.deadCount() > ARTICLES);
        }
        return counters;
    }

    private Enriching noted() {
        return (article, occurrence, revision) -> {
            threads.add(Thread.currentThread().getName());
            return Untagged.of(article, occurrence, revision).build();
        };
    }

    private static void publish(Map<String, Object> client) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < ARTICLES; number++) {
                send(producer, "article-" + number, article(number));
            }
            send(producer, "broken", new byte[] {1, 2, 3});
        }
    }

    private static byte[] article(int number) {
        Article article =
                Article.newBuilder(SampleRecords.article()).setId("article-" + number).build();
        return FORMAT.encode(KafkaTopics.ARTICLES, article);
    }

    private static void send(KafkaProducer<String, byte[]> producer, String id, byte[] value) {
        producer.send(new ProducerRecord<>(KafkaTopics.ARTICLES.topicName(), id, value));
    }
}
