package dev.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class RecordFormatTest {
    private RegistryFake registry;

    @BeforeEach
    void start() throws IOException {
        registry = new RegistryFake();
    }

    @AfterEach
    void stop() {
        registry.server.stop(0);
    }

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of(KafkaTopics.FEEDS, SampleRecords.feed()),
                Arguments.of(KafkaTopics.FEED_CURSORS, SampleRecords.cursor()),
                Arguments.of(KafkaTopics.FEED_PUSHES, SampleRecords.feedPush()),
                Arguments.of(KafkaTopics.FEED_EVENTS, SampleRecords.feedEvent()),
                Arguments.of(KafkaTopics.ARTICLES, SampleRecords.article()),
                Arguments.of(KafkaTopics.TAGGED_ARTICLES, SampleRecords.taggedArticle()),
                Arguments.of(KafkaTopics.CORRECTIONS, SampleRecords.correction()),
                Arguments.of(KafkaTopics.STORIES, SampleRecords.story()),
                Arguments.of(KafkaTopics.STORY_PLACEMENTS, SampleRecords.storyPlacement()),
                Arguments.of(KafkaTopics.TAXONOMY, SampleRecords.taxonomyVersion()),
                Arguments.of(KafkaTopics.ALERT_RULES, SampleRecords.alertRule()),
                Arguments.of(KafkaTopics.ALERTS, SampleRecords.alert()),
                Arguments.of(KafkaTopics.DEAD_LETTERS, SampleRecords.deadLetter()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void singleObjectEncodingReturnsTheSameRecord(KafkaTopics kafkaTopic, SpecificRecord record) {
        RecordFormat format = RecordFormat.of(Optional.empty());

        byte[] bytes = format.encode(kafkaTopic, record);

        assertThat(bytes).startsWith(0xC3, 0x01);
        assertThat((SpecificRecord) format.decode(kafkaTopic, bytes)).isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void registryFramingReturnsTheSameRecord(KafkaTopics kafkaTopic, SpecificRecord record) {
        RecordFormat writer = RecordFormat.of(Optional.of(registry.address()));
        RecordFormat reader = RecordFormat.of(Optional.of(registry.address()));

        byte[] bytes = writer.encode(kafkaTopic, record);

        assertThat(bytes).startsWith(0, 0, 0, 0, 1);
        assertThat((SpecificRecord) reader.decode(kafkaTopic, bytes)).isEqualTo(record);
        assertThat(registry.subjects).containsExactly(kafkaTopic.topicName() + "-value");
    }

    @Test
    void foreignBytesAreUnreadableInBothFormats() {
        byte[] foreign = "not avro".getBytes(StandardCharsets.UTF_8);

        for (var address : List.of(Optional.<URI>empty(), Optional.of(registry.address()))) {
            assertThatThrownBy(() -> RecordFormat.of(address).decode(KafkaTopics.ARTICLES, foreign))
                    .isInstanceOf(UnreadableRecordException.class)
                    .hasMessageContaining("news.articles.v1");
        }
    }

    @Test
    void aRecordOfAnotherKafkaTopicIsUnreadable() {
        RecordFormat format = RecordFormat.of(Optional.empty());
        byte[] feed = format.encode(KafkaTopics.FEEDS, SampleRecords.feed());

        assertThatThrownBy(() -> format.decode(KafkaTopics.ARTICLES, feed))
                .isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void anUnreachableRegistryIsNamed() {
        RecordFormat format = RecordFormat.through(registry.address(), Duration.ZERO);
        registry.server.stop(0);

        assertThatThrownBy(() -> format.encode(KafkaTopics.FEEDS, SampleRecords.feed()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(registry.address().toString());
    }

    @Test
    void aRegistryThatIsIllForAMomentIsWaitedFor() {
        registry.refusals.set(2);

        byte[] bytes =
                RecordFormat.of(Optional.of(registry.address()))
                        .encode(KafkaTopics.FEEDS, SampleRecords.feed());

        assertThat(bytes).startsWith(0, 0, 0, 0, 1);
        assertThat(registry.refusals).hasValue(0);
    }

    @Test
    void aRegistryThatStaysIllIsReportedWithItsAnswer() {
        registry.refusals.set(Integer.MAX_VALUE);
        RecordFormat format = RecordFormat.through(registry.address(), Duration.ofMillis(1));

        assertThatThrownBy(() -> format.encode(KafkaTopics.FEEDS, SampleRecords.feed()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("answered 503");
    }

    @Test
    void tombstonesStayTombstones() {
        RecordSerdes serdes = new RecordSerdes(RecordFormat.of(Optional.empty()));

        assertThat(serdes.serializer(KafkaTopics.FEEDS).serialize("x", null)).isNull();
        assertThat((Object) serdes.deserializer(KafkaTopics.FEEDS).deserialize("x", null)).isNull();
    }

    /** The two calls of the registry protocol, in memory. */
    private static final class RegistryFake {
        final List<String> schemas = new ArrayList<>();
        final List<String> subjects = new ArrayList<>();
        final JsonMapper json = new JsonMapper();
        final AtomicInteger refusals = new AtomicInteger();
        final HttpServer server;

        RegistryFake() throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        }

        URI address() {
            return URI.create("http://localhost:" + server.getAddress().getPort());
        }

        private void answer(HttpExchange exchange) throws IOException {
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
                return;
            }
            String path = exchange.getRequestURI().getPath();
            byte[] answer = path.startsWith("/subjects/") ? register(exchange, path) : schema(path);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        }

        private byte[] register(HttpExchange exchange, String path) {
            subjects.add(path.split("/")[2]);
            schemas.add(json.readTree(exchange.getRequestBody()).path("schema").asString());
            return json.writeValueAsBytes(Map.of("id", schemas.size()));
        }

        private byte[] schema(String path) {
            int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            return json.writeValueAsBytes(Map.of("schema", schemas.get(id - 1)));
        }
    }
}
