package dev.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.List;

final class AlertsTest {
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
    void alertsComeNewestFirstWithEvidenceAndDeliveries() throws Exception {
        store.alert("a", "08:00:00", "s", "Vell burns").alert("b", "09:00:00", "t", "Vell rests");
        store.delivery("a", "PARKED", 14);

        JsonNode alerts = client.json("/api/v1/alerts").path("alerts");

        assertThat(alerts.at("/0/alert/id").asString()).isEqualTo("b");
        assertThat(alerts.at("/0/deliveries").size()).isZero();
        JsonNode first = alerts.path(1);
        assertThat(first.at("/alert/evidence/0/quotes/0/words").asString()).isEqualTo("Vell");
        assertThat(first.at("/deliveries/0/state").asString()).isEqualTo("PARKED");
        assertThat(first.at("/deliveries/0/attempts").asInt()).isEqualTo(14);
        assertThat(first.at("/deliveries/0/items/0/reason").asString()).isEqualTo("RAISED");
    }

    @Test
    void filtersAndPagesNarrowTheAlerts() throws Exception {
        store.alert("a", "08:00:00", "s", "One").alert("b", "09:00:00", "t", "Two");
        store.execute(
                "update alert set rule_id = 'other', conflict_topics = '{calm}' where id = 'b'");

        assertThat(ids("rule=vell")).containsExactly("a");
        assertThat(ids("topic=calm")).containsExactly("b");
        assertThat(ids("subject=s")).containsExactly("a");
        assertThat(ids("since=2026-11-20T08:30:00Z")).containsExactly("b");
        JsonNode page = client.json("/api/v1/alerts?limit=1");
        assertThat(page.at("/alerts/0/alert/id").asString()).isEqualTo("b");
        assertThat(ids("limit=1&cursor=" + page.path("next").asString())).containsExactly("a");
    }

    @Test
    void oneAlertComesWithEveryAttemptToTellOfIt() throws Exception {
        store.alert("a", "08:00:00", "s", "Vell burns");
        long delivery = store.delivery("a", "WAITING", 1);
        store.execute(
                "insert into delivery_attempt values (?, '2026-11-20T09:00:00Z', 812, 'ANSWERED', 503, 'busy')",
                delivery);

        JsonNode found = client.json("/api/v1/alerts/a");

        assertThat(found.at("/wishes/targets/0").asString()).isEqualTo("desk");
        JsonNode attempt = found.at("/deliveries/0/attempts/0");
        assertThat(attempt.path("status").asInt()).isEqualTo(503);
        assertThat(attempt.path("millis").asInt()).isEqualTo(812);
        assertThat(client.get("/api/v1/alerts/none").statusCode()).isEqualTo(404);
    }

    @Test
    void deliveriesAreListedByStateNewestFirst() throws Exception {
        store.alert("a", "08:00:00", "s", "Vell burns");
        long parked = store.delivery("a", "PARKED", 3);
        store.execute("update delivery_item set reason = 'ORIGINS_5'");
        long waiting = store.delivery("a", "WAITING", 0);

        JsonNode all = client.json("/api/v1/deliveries?limit=1");
        JsonNode older = client.json("/api/v1/deliveries?before=" + all.path("next").asLong());

        assertThat(all.at("/deliveries/0/id").asLong()).isEqualTo(waiting);
        assertThat(older.at("/deliveries/0/id").asLong()).isEqualTo(parked);
        assertThat(older.path("next").isNull()).isTrue();
        assertThat(
                        client.json("/api/v1/deliveries?state=parked")
                                .at("/deliveries/0/items/0/title")
                                .asString())
                .isEqualTo("Vell burns");
        assertThat(client.get("/api/v1/deliveries?state=lost").statusCode()).isEqualTo(400);
    }

    @Test
    void aParkedOrDeliveredMessageCanBeSentAgainUnderTheSameMessageId() throws Exception {
        store.alert("a", "08:00:00", "s", "Vell burns");
        long id = store.delivery("a", "PARKED", 14);
        String before = messageId(id);

        HttpResponse<String> answer = redeliver(Long.toString(id));

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode delivery = TestClient.json(answer).path("delivery");
        assertThat(delivery.path("state").asString()).isEqualTo("WAITING");
        assertThat(delivery.path("messageId").asString()).isEqualTo(before);
        assertThat(
                        store.number(
                                "select count(*) from delivery where state = 'WAITING' and due_at <= now() and attempts = 0 and tried_since is null"))
                .isEqualTo(1);
    }

    @Test
    void whatIsOnItsWayIsNotSentTwice() throws Exception {
        store.alert("a", "08:00:00", "s", "Vell burns");
        long id = store.delivery("a", "HELD", 0);

        HttpResponse<String> answer = redeliver(Long.toString(id));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("HELD");
        assertThat(store.number("select count(*) from delivery where state = 'HELD'")).isEqualTo(1);
        assertThat(redeliver("99").statusCode()).isEqualTo(404);
        assertThat(redeliver("x").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> redeliver(String id) throws Exception {
        return client.send("POST", "/api/v1/deliveries/" + id + "/redeliver", "");
    }

    private String messageId(long id) throws Exception {
        JsonNode deliveries = client.json("/api/v1/deliveries").path("deliveries");
        assertThat(deliveries.at("/0/id").asLong()).isEqualTo(id);
        return deliveries.at("/0/messageId").asString();
    }

    private List<String> ids(String question) throws Exception {
        return client.json("/api/v1/alerts?" + question)
                .path("alerts")
                .valueStream()
                .map(each -> each.at("/alert/id").asString())
                .toList();
    }
}
