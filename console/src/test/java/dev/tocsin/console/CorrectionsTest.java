package dev.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.Correction;
import dev.tocsin.schemas.CorrectionKind;
import dev.tocsin.schemas.KafkaTopics;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.Optional;

final class CorrectionsTest {
    private static final String CORRECTIONS = "/api/v1/corrections";

    private TestStore store;
    private Desk desk;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        store = TestStore.empty();
        store.article("one", "06:00:00", "Vell burns", "vell-war")
                .article("two", "07:00:00", "Vell burnt", "vell-war")
                .article("sea", "08:00:00", "Quiet sea", "calm")
                .article("lone", "09:00:00", "Left over", "calm")
                .story("one", "07:00:00", "Vell burns", 2)
                .placed("one", "one", null, "Wire")
                .placed("two", "one", null, "Ledger")
                .story("sea", "08:00:00", "Quiet sea", 1)
                .placed("sea", "sea", null, "Post");
        desk = new Desk(store);
        client = new TestClient(desk.port());
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void aMergeIsARecordUnderTheKeyOfItsStories() throws Exception {
        HttpResponse<String> answer =
                post(
                        """
                        {"kind": "merge", "story": "sea", "into": "one", "by": "Ada", "reason": "same\\nfire"}
                        """);

        assertThat(answer.statusCode()).isEqualTo(202);
        ProducerRecord<String, byte[]> record = desk.sent().getFirst();
        assertThat(record.topic()).isEqualTo(KafkaTopics.CORRECTIONS.topicName());
        assertThat(record.key()).isEqualTo("key");
        Correction correction = correction(record);
        assertThat(correction.getKind()).isEqualTo(CorrectionKind.MERGE);
        assertThat(correction.getStoryId()).isEqualTo(Optional.of("sea"));
        assertThat(correction.getIntoStoryId()).isEqualTo(Optional.of("one"));
        assertThat(correction.getAt()).isEqualTo(Desk.NOW);
        assertThat(correction.getBy()).isEqualTo(Optional.of("Ada"));
        assertThat(correction.getReason()).isEqualTo(Optional.of("same fire"));
        assertThat(TestClient.json(answer).at("/correction/id").asString())
                .isEqualTo(correction.getId());
    }

    @Test
    void aSplitNamesTheArticlesThatGo() throws Exception {
        HttpResponse<String> answer =
                post("{\"kind\": \"split\", \"story\": \"one\", \"articles\": [\"two\"]}");

        assertThat(answer.statusCode()).isEqualTo(202);
        Correction correction = correction(desk.sent().getFirst());
        assertThat(correction.getKind()).isEqualTo(CorrectionKind.SPLIT);
        assertThat(correction.getArticleIds()).containsExactly("two");
    }

    @Test
    void tagsAreChangedAlsoOfAnArticleThatIsInNoStory() throws Exception {
        post("{\"kind\": \"retag\", \"articles\": [\"one\", \"sea\"], \"topic\": \"calm\"}");
        post("{\"kind\": \"untag\", \"articles\": [\"lone\"], \"topic\": \"calm\"}");

        Correction retag = correction(desk.sent().get(0));
        assertThat(retag.getKind()).isEqualTo(CorrectionKind.RETAG);
        assertThat(retag.getArticleIds()).containsExactlyInAnyOrder("one", "sea");
        assertThat(retag.getConflictTopic()).isEqualTo(Optional.of("calm"));
        assertThat(desk.sent().get(1).key()).isEqualTo("lone");
    }

    @Test
    void whatCannotBeMeantIsRefusedByFieldAndSendsNothing() throws Exception {
        store.execute("update story set story_key = 'other' where id = 'sea'");

        refused("kind", "{\"kind\": \"burn\"}", "MERGE, SPLIT, RETAG, UNTAG");
        refused("kind", "{}", "missing");
        refused(null, "[1", "no JSON");
        refused(null, "[]", "object");
        refused("colour", "{\"kind\": \"merge\", \"colour\": 1}", "not known here");
        refused("into", "{\"kind\": \"merge\", \"story\": \"one\"}", "missing");
        refused("into", "{\"kind\": \"merge\", \"story\": \"one\", \"into\": \"one\"}", "same");
        refused("into", "{\"kind\": \"merge\", \"story\": \"one\", \"into\": \"sea\"}", "other");
        refused("story", "{\"kind\": \"merge\", \"story\": \"no\", \"into\": \"one\"}", "no story");
        refused("story", "{\"kind\": \"split\", \"story\": 7}", "text");
        refused("articles", split("\"sea\""), "not in the story");
        refused("articles", split("\"one\", \"two\""), "either side");
        refused("articles", split(""), "names no article");
        refused("articles", split("\"'; drop table story; --\""), "no article");
        refused("into", "{\"kind\": \"split\", \"story\": \"one\", \"into\": \"one\"}", "split");
        refused("topic", tag("\"one\"", "war"), "vell-war, calm");
        refused("articles", tag("\"one\", \"sea\"", "calm"), "one request each");
        assertThat(desk.sent()).isEmpty();
    }

    @Test
    void aStoryThatIsOverCannotBeMerged() throws Exception {
        store.execute("update story_article set settled = true where story_id = 'sea'");

        HttpResponse<String> old =
                post("{\"kind\": \"merge\", \"story\": \"sea\", \"into\": \"one\"}");
        store.execute("update story set absorbed_into = 'one' where id = 'sea'");
        HttpResponse<String> gone =
                post("{\"kind\": \"merge\", \"story\": \"sea\", \"into\": \"one\"}");

        assertThat(old.statusCode()).isEqualTo(409);
        assertThat(old.body()).contains("too old");
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).contains("part of one");
        assertThat(desk.sent()).isEmpty();
    }

    private void refused(@Nullable String field, String body, String says) throws Exception {
        HttpResponse<String> answer = post(body);

        assertThat(answer.statusCode()).as(body).isEqualTo(400);
        JsonNode problem = TestClient.json(answer);
        assertThat(problem.path("field").asString(""))
                .as(body)
                .isEqualTo(field == null ? "" : field);
        assertThat(problem.path("detail").asString()).as(body).contains(says);
    }

    private static String split(String articles) {
        return "{\"kind\": \"split\", \"story\": \"one\", \"articles\": [" + articles + "]}";
    }

    private static String tag(String articles, String topic) {
        return "{\"kind\": \"retag\", \"articles\": [%s], \"topic\": \"%s\"}"
                .formatted(articles, topic);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return client.send("POST", CORRECTIONS, body);
    }

    private Correction correction(ProducerRecord<String, byte[]> record) {
        return Objects.requireNonNull(desk.value(KafkaTopics.CORRECTIONS, record));
    }
}
