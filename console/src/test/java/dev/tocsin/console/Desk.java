package dev.tocsin.console;

import dev.tocsin.console.api.TopicName;
import dev.tocsin.console.api.Vocabulary;
import dev.tocsin.console.live.LiveFeed;
import dev.tocsin.console.record.RecordWriter;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A console that people may decide with, and what they have sent. */
final class Desk implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final Vocabulary VOCABULARY =
            new Vocabulary(
                    List.of(
                            new TopicName("vell-war", "War in Vell"),
                            new TopicName("calm", "Calm Coast")),
                    List.of(new TopicName("ceasefire", "Ceasefire")),
                    List.of(
                            new Vocabulary.PlaceName("sd", "Sudan"),
                            new Vocabulary.PlaceName("port-vell", "Port Vell")));

    /** What there is now; tests exchange it. */
    final AtomicReference<Vocabulary> words = new AtomicReference<>(VOCABULARY);

    final AtomicReference<Optional<List<String>>> targets =
            new AtomicReference<>(Optional.of(List.of("desk", "night")));

    private final RecordSerdes serdes = new RecordSerdes(RecordFormat.of(Optional.empty()));
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Console console;

    Desk(TestStore store) {
        this(store, null);
    }

    Desk(TestStore store, @Nullable LiveFeed live) {
        this.console =
                new Console(
                        new ConsoleSettings("127.0.0.1", 0, Set.of("news.desk.example"), null),
                        new ConsoleSources(
                                store.dataSource(),
                                List::of,
                                words::get,
                                targets::get,
                                live,
                                new RecordWriter(() -> producer, serdes),
                                Clock.fixed(NOW, ZoneOffset.UTC)));
        console.start();
    }

    int port() {
        return console.port();
    }

    /** What Kafka was sent, in order. */
    List<ProducerRecord<String, byte[]>> sent() {
        return producer.history();
    }

    /** The value of a record; null for a tombstone. */
    <T extends SpecificRecord> @Nullable T value(
            KafkaTopics kafkaTopic, ProducerRecord<String, byte[]> record) {
        return record.value() == null ? null : serdes.format().decode(kafkaTopic, record.value());
    }

    @Override
    public void close() {
        console.close();
    }
}
