package dev.tocsin.console.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.console.api.TopicName;
import dev.tocsin.console.api.TopicNames;
import dev.tocsin.schemas.KafkaTopics;

import io.javalin.Javalin;

import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;

@Timeout(30)
final class StreamRouteTest {
    private final MockConsumer<byte[], byte[]> live = new MockConsumer<>("earliest");
    private final MockConsumer<byte[], byte[]> missed = new MockConsumer<>("earliest");
    private final Queue<MockConsumer<byte[], byte[]>> consumers =
            new ArrayDeque<>(List.of(live, missed));
    private final LiveFeed feed =
            new LiveFeed(new LiveKafka(consumers::remove, LiveRecords.SERDES));
    private Javalin server;

    @BeforeEach
    void start() {
        LiveRecords.kafkaTopic(live, 1);
        LiveRecords.kafkaTopic(missed, 1);
        TopicNames names = new TopicNames(List.of(new TopicName("vell-war", "War in Vell")));
        server =
                Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    new StreamRoute(feed, names).addTo(config.routes);
                });
        server.start("127.0.0.1", 0);
        feed.start();
        await().until(() -> feed.position().next().containsKey(LiveRecords.partition(0)));
    }

    @AfterEach
    void stop() {
        feed.close();
        server.stop();
    }

    @Test
    void newArticlesArriveAsEventsWithThePlaceToGoOnFrom() throws Exception {
        try (Stream<String> lines = open("")) {
            Iterator<String> stream = lines.iterator();
            assertThat(stream.next()).startsWith(":");

            live.addRecord(LiveRecords.record(100, LiveRecords.article("a", "vell-war")));

            List<String> event = nextEvent(stream);
            assertThat(event.get(0)).isEqualTo("id: 0-101");
            assertThat(event.get(1)).isEqualTo("event: first");
            assertThat(event.get(2)).contains("\"id\":\"a\"", "\"name\":\"War in Vell\"");
        }
    }

    @Test
    void aConflictTopicNarrowsTheStream() throws Exception {
        try (Stream<String> lines = open("?topic=vell-war")) {
            Iterator<String> stream = lines.iterator();
            assertThat(stream.next()).startsWith(":");

            live.addRecord(LiveRecords.record(100, LiveRecords.article("other", "calm")));
            live.addRecord(LiveRecords.record(101, LiveRecords.article("wanted", "vell-war")));

            assertThat(nextEvent(stream).get(0)).isEqualTo("id: 0-102");
        }
    }

    @Test
    void storiesAndAlertsAreEventsOfTheirOwn() throws Exception {
        LiveRecords.kafkaTopic(live, KafkaTopics.STORIES.topicName(), 1);
        LiveRecords.kafkaTopic(live, KafkaTopics.ALERTS.topicName(), 1);
        await().until(() -> feed.position().next().size() == 3);
        try (Stream<String> lines = open("?topic=vell-war")) {
            Iterator<String> stream = lines.iterator();
            assertThat(stream.next()).startsWith(":");

            live.addRecord(
                    LiveRecords.record(
                            KafkaTopics.STORIES, 0, LiveRecords.story("s", "Vell <b>burns</b>")));
            List<String> story = nextEvent(stream);
            live.addRecord(
                    LiveRecords.record(
                            KafkaTopics.ALERTS, 0, LiveRecords.alert("w", "Vell\nburns")));
            List<String> alert = nextEvent(stream);

            assertThat(story.get(0)).isEqualTo("id: 0-100.a0-0.s0-1");
            assertThat(story.get(1)).isEqualTo("event: story");
            assertThat(story.get(2))
                    .contains("\"title\":\"Vell <b>burns</b>\"", "\"independentOrigins\":2");
            assertThat(alert.get(0)).isEqualTo("id: 0-100.a0-1.s0-1");
            assertThat(alert.get(1)).isEqualTo("event: alert");
            assertThat(alert.get(2)).contains("\"title\":\"Vell\\nburns\"");
        }
    }

    @Test
    void whoComesBackGetsWhatWasMissedAndThenWhatIsNew() throws Exception {
        missed.schedulePollTask(() -> {
            missed.addRecord(LiveRecords.record(98, LiveRecords.article("x", "calm")));
            missed.addRecord(LiveRecords.record(99, LiveRecords.article("y", "calm")));
        });
        try (Stream<String> lines = open("", "Last-Event-ID", "0-98")) {
            Iterator<String> stream = lines.iterator();

            assertThat(nextEvent(stream).get(0)).isEqualTo("id: 0-99");
            assertThat(nextEvent(stream).get(0)).isEqualTo("id: 0-100");
            live.addRecord(LiveRecords.record(100, LiveRecords.article("z", "calm")));
            assertThat(nextEvent(stream).get(0)).isEqualTo("id: 0-101");
        }
    }

    private Stream<String> open(String query, String... headers) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/stream" + query);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
        return response.body();
    }

    private static List<String> nextEvent(Iterator<String> stream) {
        List<String> event = new ArrayList<>();
        while (event.size() < 3) {
            String line = stream.next();
            if (line.startsWith("id: ") || !event.isEmpty()) {
                event.add(line);
            }
        }
        return event;
    }
}
