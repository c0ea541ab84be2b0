package dev.tocsin.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.enrich.topology.EnrichStreams;
import dev.tocsin.enrich.topology.StreamsSettings;
import dev.tocsin.schemas.KafkaTopicSetup;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A new version of the program may process in other steps than the one before. */
class TopologyUpgradeTest {
    private static final String IN = "news.articles.v1";
    private static final String OUT = "news.articles.tagged.v1";

    @Test
    void aNewTopologyGoesOnWhereTheOldOneStopped(@TempDir Path folder) throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrap());
            KafkaTopicSetup.ensure(client, 1);
            StreamsSettings settings =
                    new StreamsSettings(
                            client, folder.resolve("streams"), 1, Duration.ofMillis(100));

            run(settings, client, TopologyUpgradeTest::passing, "one", "two");
            run(settings, client, TopologyUpgradeTest::counting, "three", "four");

            assertThat(read(client)).containsExactly("one", "two", "three 1", "four 2");
        }
    }

    private static void run(
            StreamsSettings settings,
            Map<String, Object> client,
            Supplier<Topology> topology,
            String... values) {
        int before = read(client).size();
        try (EnrichStreams streams = new EnrichStreams(settings, topology);
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(
                                client, new StringSerializer(), new StringSerializer())) {
            streams.start();
            for (String value : values) {
                producer.send(new ProducerRecord<>(IN, "key", value));
            }
            producer.flush();
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> read(client).size() >= before + values.length);
        }
    }

    private static Topology passing() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(IN, Consumed.with(Serdes.String(), Serdes.String()))
                .to(OUT, Produced.with(Serdes.String(), Serdes.String()));
        return builder.build();
    }

    private static Topology counting() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(IN, Consumed.with(Serdes.String(), Serdes.String()))
                .groupByKey()
                .aggregate(
                        () -> "",
                        (key, value, before) -> value + " " + (number(before) + 1),
                        Materialized.<String, String, KeyValueStore<Bytes, byte[]>>with(
                                        Serdes.String(), Serdes.String())
                                .withCachingDisabled())
                .toStream()
                .to(OUT, Produced.with(Serdes.String(), Serdes.String()));
        return builder.build();
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text.substring(text.indexOf(' ') + 1));
    }

    private static List<String> read(Map<String, Object> client) {
        Map<String, Object> committedOnly =
                Map.of(
                        "bootstrap.servers",
                        client.get("bootstrap.servers"),
                        "isolation.level",
                        "read_committed");
        TopicPartition partition = new TopicPartition(OUT, 0);
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        committedOnly, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, String> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    values.add(record.value());
                }
            }
        }
        return values;
    }
}
