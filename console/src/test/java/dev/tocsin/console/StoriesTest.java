package dev.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

final class StoriesTest {
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
    void storiesComeByTheirLatestNewsWithTheNamesOfTheirConflicts() throws Exception {
        store.story("old", "08:00:00", "Vell burns", 3).story("new", "09:00:00", "Vell rests", 1);

        JsonNode stories = client.json("/api/v1/stories").path("stories");

        assertThat(stories.findValuesAsString("id")).containsExactly("new", "old");
        JsonNode old = stories.path(1);
        assertThat(old.path("independentOrigins").asInt()).isEqualTo(3);
        assertThat(old.path("lastUpdate").asString()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(old.at("/conflictTopics/0/name").asString()).isEqualTo("War in Vell");
    }

    @Test
    void pagesOfStoriesFollowEachOtherWithoutGapOrRepetition() throws Exception {
        for (String id : List.of("a", "b", "c", "d", "e")) {
            store.story(id, "08:00:00", "Vell " + id, 1);
        }

        JsonNode first = client.json("/api/v1/stories?limit=3");
        JsonNode second =
                client.json("/api/v1/stories?limit=3&cursor=" + first.path("next").asString());

        assertThat(first.path("stories").findValuesAsString("id")).containsExactly("e", "d", "c");
        assertThat(second.path("stories").findValuesAsString("id")).containsExactly("b", "a");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void filtersNarrowTheStories() throws Exception {
        store.article("war", "08:00:00", "Vell burns", "vell-war");
        store.article("sea", "10:00:00", "Quiet sea", "calm");
        store.story("war", "08:00:00", "Vell burns", 4).placed("war", "war", null, "Post");
        store.story("sea", "10:00:00", "Quiet sea", 1).placed("sea", "sea", null, "Post");
        store.execute(
                """
                update story set conflict_topics = '{calm}', languages = '{fr}' where id = 'sea';
                insert into article_event values ('sea', 'ceasefire', 1, '[]', now());
                insert into article_place values
                    ('sea', 'sd', 'Sudan', 'COUNTRY', 'SD', 15.5, 32.56, 1, 1, now())
                """);
        Map<String, List<String>> expected =
                Map.of(
                        "topic=vell-war", List.of("war"),
                        "topic=nothing", List.of(),
                        "lang=fr", List.of("sea"),
                        "origins=2", List.of("war"),
                        "event=ceasefire", List.of("sea"),
                        "country=sd", List.of("sea"),
                        "country=sd&topic=vell-war", List.of(),
                        "q=quiet+-burns", List.of("sea"),
                        "since=2026-11-20T09:00:00Z", List.of("sea"),
                        "q=%27%3B+drop+table+story%3B--", List.of());

        for (Map.Entry<String, List<String>> question : expected.entrySet()) {
            assertThat(ids("/api/v1/stories?" + question.getKey()))
                    .as(question.getKey())
                    .isEqualTo(question.getValue());
        }
    }

    @Test
    void aStoryShowsItsTextsWithTheirCopiesAndHowItGrew() throws Exception {
        store.article("one", "06:00:00", "Vell burns", "vell-war")
                .article("copy", "06:30:00", "Vell burns", "vell-war")
                .article("own", "08:10:00", "Vell burnt", "vell-war")
                .story("one", "08:10:00", "Vell burns", 2)
                .placed("one", "one", "one", "Wire")
                .placed("copy", "one", "one", "Wire")
                .placed("own", "one", null, "Ledger");

        JsonNode found = client.json("/api/v1/stories/one");

        assertThat(found.path("origins").toString()).isEqualTo("[\"Wire\",\"Ledger\"]");
        JsonNode reports = found.path("reports");
        assertThat(reports.size()).isEqualTo(2);
        assertThat(reports.path(0).path("articles").size()).isEqualTo(2);
        assertThat(reports.at("/0/articles/1/article/id").asString()).isEqualTo("copy");
        assertThat(reports.at("/1/copyGroup").isNull()).isTrue();
        assertThat(reports.at("/1/articles/0/article/tags/0/evidence/0/text").asString())
                .isEqualTo("Vell");
        assertThat(found.path("timeline").toString())
                .isEqualTo(
                        "[{\"at\":\"2026-11-20T06:00:00Z\",\"articles\":2,\"newOrigins\":1},"
                                + "{\"at\":\"2026-11-20T08:00:00Z\",\"articles\":1,\"newOrigins\":1}]");
    }

    @Test
    void theAddressOfAMergedStoryLeadsToTheOneItIsPartOf() throws Exception {
        store.story("a", "08:00:00", "Vell", 1).story("b", "08:00:00", "Vell", 1);
        store.story("c", "09:00:00", "Vell burns", 3);
        store.execute("update story set absorbed_into = 'b' where id = 'a'");
        store.execute("update story set absorbed_into = 'c' where id = 'b'");

        assertThat(client.json("/api/v1/stories/a").at("/story/id").asString()).isEqualTo("c");
        assertThat(ids("/api/v1/stories")).containsExactly("c");
    }

    @Test
    void storiesThatLeadInACircleOrNowhereAreNotFound() throws Exception {
        store.story("a", "08:00:00", "Vell", 1).story("b", "08:00:00", "Vell", 1);
        store.execute("update story set absorbed_into = 'b' where id = 'a'");
        store.execute("update story set absorbed_into = 'a' where id = 'b'");

        assertThat(client.get("/api/v1/stories/a").statusCode()).isEqualTo(404);
        assertThat(client.get("/api/v1/stories/none").statusCode()).isEqualTo(404);
    }

    @Test
    void anArticleNamesItsStory() throws Exception {
        store.article("one", "08:00:00", "Vell burns", "vell-war");

        assertThat(client.json("/api/v1/articles/one").path("story").isNull()).isTrue();
        store.story("s", "08:00:00", "Vell", 3).placed("one", "s", "first", "Wire");

        JsonNode story = client.json("/api/v1/articles/one").path("story");
        assertThat(story.path("id").asString()).isEqualTo("s");
        assertThat(story.path("independentOrigins").asInt()).isEqualTo(3);
        assertThat(story.path("copyGroup").asString()).isEqualTo("first");
    }

    private List<String> ids(String address) throws Exception {
        return client.json(address).path("stories").findValuesAsString("id");
    }
}
