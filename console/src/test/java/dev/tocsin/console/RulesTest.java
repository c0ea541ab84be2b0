package dev.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.console.api.TopicName;
import dev.tocsin.console.api.Vocabulary;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.DigestRhythm;
import dev.tocsin.schemas.KafkaTopics;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

final class RulesTest {
    private static final String RULES = "/api/v1/alert-rules";

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
    void aRuleBecomesARecordUnderItsId() throws Exception {
        HttpResponse<String> answer =
                put(
                        "vell",
                        """
                        {"name": "Vell burns", "conflictTopics": ["vell-war"], "eventTypes": ["ceasefire"],
                         "places": ["sd", "port-vell"], "languages": ["uk"], "keywords": ["drone*", "uk:Вел!"],
                         "minOrigins": 3, "delivery": {"targets": ["desk"], "cooldownSeconds": 600,
                         "quietFrom": 1320, "quietTo": 420, "zone": "Europe/Kyiv", "digest": "daily",
                         "updateAtOrigins": [20, 5]}}
                        """);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        ProducerRecord<String, byte[]> record = desk.sent().getFirst();
        assertThat(record.topic()).isEqualTo(KafkaTopics.ALERT_RULES.topicName());
        assertThat(record.key()).isEqualTo("vell");
        AlertRule rule = Objects.requireNonNull(desk.value(KafkaTopics.ALERT_RULES, record));
        assertThat(rule.getOrigin()).isEqualTo("api");
        assertThat(rule.getKind()).isEqualTo(AlertKind.STORY);
        assertThat(rule.getVersion()).hasSize(12);
        assertThat(rule.getKeywords()).containsExactly("drone*", "uk:Вел!");
        assertThat(rule.getDelivery().getQuietFrom()).isEqualTo(Optional.of(1320));
        assertThat(rule.getDelivery().getDigest()).isEqualTo(DigestRhythm.DAILY);
        assertThat(rule.getDelivery().getUpdateAtOrigins()).containsExactly(5, 20);
        assertThat(TestClient.json(answer).at("/rule/version").asString())
                .isEqualTo(rule.getVersion());
    }

    @Test
    void theVersionChangesWithWhatTheRuleSaysAndWithNothingElse() throws Exception {
        put("vell", "{\"name\": \"Vell\", \"minOrigins\": 3}");
        put(
                "vell",
                "{\"name\": \"Vell\", \"minOrigins\": 3, \"version\": \"old\", \"origin\": \"x\"}");
        put("vell", "{\"name\": \"Vell\", \"minOrigins\": 4}");

        List<String> versions = desk.sent().stream().map(each -> rule(each).getVersion()).toList();

        assertThat(versions.get(1)).isEqualTo(versions.get(0));
        assertThat(versions.get(2)).isNotEqualTo(versions.get(0));
    }

    @Test
    void whatTheApiShowsCanBeSentBackAsItIs() throws Exception {
        store.rule("vell", "Vell burns", "api");

        JsonNode shown = client.json(RULES + "/vell");
        HttpResponse<String> answer = put("vell", shown.path("rule").toString());

        assertThat(shown.path("editable").asBoolean()).isTrue();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(rule(desk.sent().getFirst()).getMinOrigins()).isEqualTo(3);
    }

    @Test
    void rulesOfOtherKindsSayOtherThings() throws Exception {
        store.feed();

        put(
                "more",
                "{\"name\": \"More\", \"kind\": \"VOLUME\", \"volume\": {\"hours\": 3, \"deviations\": 4.5}}");
        put(
                "silent",
                "{\"name\": \"Silent\", \"kind\": \"FEED_SILENCE\", \"feeds\": [\"feed-a\", \"https://post.example/rss\"]}");

        AlertRule more = rule(desk.sent().get(0));
        assertThat(more.getVolume().orElseThrow().getDeviations()).isEqualTo(4.5);
        assertThat(more.getVolume().orElseThrow().getLeastStories()).isEqualTo(5);
        assertThat(rule(desk.sent().get(1)).getFeeds()).hasSize(2);
    }

    @Test
    void whatDoesNotExistIsRefusedByFieldWithWhatDoes() throws Exception {
        refused("name", "{}", "missing");
        refused(
                "conflictTopics",
                "{\"name\": \"x\", \"conflictTopics\": [\"war\"]}",
                "calm, vell-war");
        refused("eventTypes", "{\"name\": \"x\", \"eventTypes\": [\"party\"]}", "ceasefire");
        refused("places", "{\"name\": \"x\", \"places\": [\"atlantis\"]}", "port-vell, sd");
        refused("languages", "{\"name\": \"x\", \"languages\": [\"klingon\"]}", "en");
        refused("keywords", "{\"name\": \"x\", \"keywords\": [\"*\"]}", "drone*");
        refused("keywords", "{\"name\": \"x\", \"keywords\": [\"zz:word\"]}", "no language");
        refused("minOrigins", "{\"name\": \"x\", \"minOrigins\": 0}", "1 to 1000");
        refused("minOrigins", "{\"name\": \"x\", \"minOrigins\": \"3\"}", "whole number");
        refused("enabled", "{\"name\": \"x\", \"enabled\": \"yes\"}", "true or false");
        refused("kind", "{\"name\": \"x\", \"kind\": \"WEATHER\"}", "STORY, VOLUME, FEED_SILENCE");
        refused(
                "feeds",
                "{\"name\": \"x\", \"kind\": \"FEED_SILENCE\", \"feeds\": [\"no\"]}",
                "/api/v1/feeds");
        refused(
                "keywords",
                "{\"name\": \"x\", \"kind\": \"VOLUME\", \"keywords\": [\"fire\"]}",
                "VOLUME");
        refused(
                "volume.hours",
                "{\"name\": \"x\", \"kind\": \"VOLUME\", \"volume\": {\"hours\": 999}}",
                "168");
        refused(
                "delivery.targets",
                "{\"name\": \"x\", \"delivery\": {\"targets\": [\"moon\"]}}",
                "desk, night");
        refused("delivery.zone", "{\"name\": \"x\", \"delivery\": {\"zone\": \"Mars\"}}", "IANA");
        refused(
                "delivery.quietTo",
                "{\"name\": \"x\", \"delivery\": {\"quietFrom\": 3}}",
                "begin and an end");
        refused(
                "delivery.colour",
                "{\"name\": \"x\", \"delivery\": {\"colour\": 3}}",
                "not known here");
        refused("colour", "{\"name\": \"x\", \"colour\": 3}", "not known here");
        refused("id", "{\"name\": \"x\", \"id\": \"other\"}", "address says vell");
        assertThat(desk.sent()).isEmpty();
    }

    @Test
    void anIdThatIsNoneIsRefused() throws Exception {
        for (String id : List.of("Vell", "a--b", "%22%3E%3Cscript", "a".repeat(81))) {
            HttpResponse<String> answer = put(id, "{\"name\": \"x\"}");

            assertThat(answer.statusCode()).as(id).isEqualTo(400);
            assertThat(TestClient.json(answer).path("field").asString()).isEqualTo("id");
        }
        assertThat(desk.sent()).isEmpty();
    }

    @Test
    void aRuleOfAFileIsChangedThere() throws Exception {
        store.rule("vell", "Vell burns", "file alerts.yaml:12");

        assertThat(client.json(RULES + "/vell").path("editable").asBoolean()).isFalse();
        HttpResponse<String> changed = put("vell", "{\"name\": \"x\"}");
        HttpResponse<String> removed = client.send("DELETE", RULES + "/vell", "");

        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.body()).contains("alerts.yaml:12");
        assertThat(removed.statusCode()).isEqualTo(409);
        assertThat(desk.sent()).isEmpty();
    }

    @Test
    void removingARuleIsATombstoneAndItsAlertsStay() throws Exception {
        store.rule("vell", "Vell burns", "api").alert("a", "08:00:00", "s", "Vell burns");

        assertThat(client.json(RULES).at("/rules/0/alerts").asInt()).isEqualTo(1);
        HttpResponse<String> answer = client.send("DELETE", RULES + "/vell", "");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(desk.sent().getFirst().key()).isEqualTo("vell");
        assertThat(desk.sent().getFirst().value()).isNull();
        assertThat(client.send("DELETE", RULES + "/none", "").statusCode()).isEqualTo(404);
    }

    @Test
    void theVocabularyOffersWhatRulesMayName() throws Exception {
        store.feed();

        JsonNode words = client.json("/api/v1/vocabulary");

        assertThat(words.path("conflictTopics").findValuesAsString("slug"))
                .containsExactly("vell-war", "calm");
        assertThat(words.at("/places/0/name").asString()).isEqualTo("Sudan");
        assertThat(words.path("sourceClasses").toString()).isEqualTo("[\"independent\"]");
        assertThat(words.path("targets").size()).isEqualTo(2);
    }

    @Test
    void whatRulesMayNameFollowsWhatIsInForce() throws Exception {
        String rule =
                "{\"name\": \"x\", \"conflictTopics\": [\"new-war\"], \"eventTypes\": [\"raid\"]}";
        refused("conflictTopics", rule, "calm, vell-war");

        desk.words.set(
                new Vocabulary(
                        List.of(new TopicName("new-war", "New War")),
                        List.of(new TopicName("raid", "Raid")),
                        List.of()));

        assertThat(put("vell", rule).statusCode()).isEqualTo(202);
        assertThat(client.json("/api/v1/vocabulary").at("/conflictTopics/0/name").asString())
                .isEqualTo("New War");
        assertThat(client.json("/api/v1/topics").toString()).contains("New War");
        refused("conflictTopics", "{\"name\": \"x\", \"conflictTopics\": [\"calm\"]}", "new-war");
    }

    @Test
    void targetsAreThoseThereAreNow() throws Exception {
        String rule = "{\"name\": \"x\", \"delivery\": {\"targets\": [\"dawn\"]}}";
        desk.targets.set(Optional.of(List.of()));
        refused("delivery.targets", rule, "alerts.yaml");
        assertThat(put("vell", "{\"name\": \"x\"}").statusCode()).isEqualTo(202);

        desk.targets.set(Optional.of(List.of("dawn")));
        assertThat(put("vell", rule).statusCode()).isEqualTo(202);

        desk.targets.set(Optional.empty());
        assertThat(put("vell", rule.replace("dawn", "elsewhere")).statusCode()).isEqualTo(202);
    }

    private void refused(String field, String body, String says) throws Exception {
        HttpResponse<String> answer = put("vell", body);

        assertThat(answer.statusCode()).as(body).isEqualTo(400);
        JsonNode problem = TestClient.json(answer);
        assertThat(problem.path("field").asString()).as(body).isEqualTo(field);
        assertThat(problem.path("detail").asString()).as(body).contains(says);
    }

    private AlertRule rule(ProducerRecord<String, byte[]> record) {
        return Objects.requireNonNull(desk.value(KafkaTopics.ALERT_RULES, record));
    }

    private HttpResponse<String> put(String id, String body) throws Exception {
        return client.send("PUT", RULES + "/" + id, body);
    }
}
