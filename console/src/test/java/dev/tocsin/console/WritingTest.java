package dev.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.console.record.RecordWriter;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Who may change something. */
final class WritingTest {
    private static final String RULE = "/api/v1/alert-rules/vell";
    private static final String BODY = "{\"name\": \"Vell\"}";

    private TestStore store;
    private Desk desk;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        store = TestStore.empty();
        desk = new Desk(store);
        client = new TestClient(desk.port());
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void aForeignPageCanWriteNothing() throws Exception {
        for (String origin :
                List.of(
                        "https://evil.example",
                        "null",
                        "http://127.0.0.1:1",
                        "http://localhost:3000",
                        "http://127.0.0.1.evil.example",
                        "http://evil.example/127.0.0.1:" + desk.port(),
                        "https://news.desk.example.evil.example")) {
            HttpResponse<String> answer =
                    client.sendAs("application/json", "PUT", RULE, BODY, "Origin", origin);

            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
        }
        for (String site : List.of("cross-site", "same-site")) {
            HttpResponse<String> answer =
                    client.sendAs("application/json", "PUT", RULE, BODY, "Sec-Fetch-Site", site);

            assertThat(answer.statusCode()).as(site).isEqualTo(403);
        }
        assertThat(desk.sent()).isEmpty();
    }

    @Test
    void whatAFormCanSendIsNotTaken() throws Exception {
        for (String type :
                List.of(
                        "text/plain",
                        "application/x-www-form-urlencoded",
                        "multipart/form-data; boundary=x",
                        "text/plain; application/json",
                        "application/jsonp")) {
            assertThat(client.sendAs(type, "PUT", RULE, BODY).statusCode()).as(type).isEqualTo(415);
            assertThat(client.sendAs(type, "DELETE", RULE, "").statusCode())
                    .as(type)
                    .isEqualTo(415);
        }
        assertThat(
                        client.sendAs("text/plain", "POST", "/api/v1/deliveries/1/redeliver", "")
                                .statusCode())
                .isEqualTo(415);
        assertThat(desk.sent()).isEmpty();
    }

    @Test
    void ourOwnPageMayWriteUnderEveryNameItHas() throws Exception {
        for (String origin :
                List.of("http://127.0.0.1:" + desk.port(), "https://news.desk.example")) {
            HttpResponse<String> answer =
                    client.sendAs(
                            "application/json; charset=utf-8",
                            "PUT",
                            RULE,
                            BODY,
                            "Origin",
                            origin,
                            "Sec-Fetch-Site",
                            "same-origin");

            assertThat(answer.statusCode()).as(origin).isEqualTo(202);
        }
        assertThat(desk.sent()).hasSize(2);
    }

    @Test
    void nobodyIsToldThatOtherSitesMayAsk() throws Exception {
        HttpResponse<String> answer =
                client.sendAs(
                        "application/json",
                        "OPTIONS",
                        RULE,
                        "",
                        "Origin",
                        "https://evil.example",
                        "Access-Control-Request-Method",
                        "PUT");

        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void aConsoleWithoutAWriterOnlyShows() throws Exception {
        try (Console showing = console(null)) {
            showing.start();
            TestClient visitor = new TestClient(showing.port());

            assertThat(visitor.json("/api/v1/about").path("writable").asBoolean()).isFalse();
            assertThat(visitor.send("PUT", RULE, BODY).statusCode()).isEqualTo(405);
            assertThat(visitor.send("POST", "/api/v1/corrections", "{}").statusCode())
                    .isEqualTo(404);
        }
        assertThat(client.json("/api/v1/about").path("writable").asBoolean()).isTrue();
    }

    @Test
    void aKafkaThatTakesNothingIsSaidToBeAway() throws Exception {
        MockProducer<String, byte[]> broken =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        broken.sendException = new TimeoutException("no broker");
        RecordWriter writer =
                new RecordWriter(() -> broken, new RecordSerdes(RecordFormat.of(Optional.empty())));
        try (Console cutOff = console(writer)) {
            cutOff.start();

            HttpResponse<String> answer = new TestClient(cutOff.port()).send("PUT", RULE, BODY);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("Kafka not available");
        }
    }

    private Console console(@Nullable RecordWriter writer) {
        return new Console(
                ConsoleSettings.loopback(0),
                new ConsoleSources(
                        store.dataSource(),
                        List::of,
                        () -> Desk.VOCABULARY,
                        Optional::empty,
                        null,
                        writer,
                        Clock.systemUTC()));
    }
}
