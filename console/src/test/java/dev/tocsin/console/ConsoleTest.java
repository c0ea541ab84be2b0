package dev.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.console.api.Health;
import dev.tocsin.console.api.TopicName;
import dev.tocsin.console.api.Vocabulary;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

final class ConsoleTest {
    private static final List<TopicName> TOPICS =
            List.of(new TopicName("vell-war", "War in Vell"), new TopicName("calm", "Calm Coast"));

    private static final List<String> FILES =
            List.of(
                    "/",
                    "/app.js",
                    "/view.js",
                    "/ask.js",
                    "/panel.js",
                    "/list.js",
                    "/articles.js",
                    "/stories.js",
                    "/story.js",
                    "/correct.js",
                    "/alerts.js",
                    "/rules.js",
                    "/ruleform.js",
                    "/live.js",
                    "/style.css",
                    "/icon.svg");

    private TestStore store;
    private Console console;
    private TestClient client;
    private Health.State enrichState = Health.State.RUNNING;

    @BeforeEach
    void start() throws Exception {
        store = TestStore.empty();
        console = newConsole(0);
        console.start();
        client = new TestClient(console.port());
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void listsArticlesNewestFirstWithTagsAndEvidence() throws Exception {
        store.article("one", "08:00:00", "Vell burns", "vell-war");
        store.article("two", "09:00:00", "Vell rests", "vell-war");

        JsonNode articles = client.json("/api/v1/articles").path("articles");

        assertThat(articles.findValuesAsString("id")).containsExactly("two", "one");
        JsonNode first = articles.path(0);
        assertThat(first.path("eventAt").asString()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(first.path("tags").path(0).path("name").asString()).isEqualTo("War in Vell");
        assertThat(first.at("/tags/0/evidence/0/text").asString()).isEqualTo("Vell");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetitionEvenAtTheSameTime() throws Exception {
        for (String id : List.of("a", "b", "c", "d", "e")) {
            store.article(id, "08:00:00", "Vell " + id, "vell-war");
        }

        for (String address : List.of("/api/v1/articles?", "/api/v1/articles?topic=vell-war&")) {
            JsonNode first = client.json(address + "limit=3");
            String next = first.path("next").asString();
            JsonNode second = client.json(address + "limit=3&cursor=" + next);

            assertThat(first.path("articles").findValuesAsString("id"))
                    .containsExactly("e", "d", "c");
            assertThat(second.path("articles").findValuesAsString("id")).containsExactly("b", "a");
            assertThat(second.path("next").isNull()).isTrue();
        }
    }

    @Test
    void filtersNarrowTheList() throws Exception {
        store.article("war", "08:00:00", "Vell burns", "vell-war");
        store.article("calm", "10:00:00", "Quiet sea", "calm");
        store.execute("update article set language = 'fr' where id = 'calm'");
        store.execute("insert into article_sighting values ('calm', 'feed-b', null, now())");
        store.execute("update article_tag set tier = 'RELATED' where article_id = 'calm'");
        store.execute(
                "update article set confirmed_count = 0, related_count = 1 where id = 'calm'");

        Map<String, List<String>> expected =
                Map.of(
                        "topic=vell-war", List.of("war"),
                        "topic=calm&tier=confirmed", List.of(),
                        "tier=confirmed", List.of("war"),
                        "tier=related", List.of("calm"),
                        "q=quiet+-burns", List.of("calm"),
                        "q=%22sea+quiet%22", List.of(),
                        "feed=feed-b", List.of("calm"),
                        "lang=en", List.of("war"),
                        "after=2026-11-20T09:00:00Z", List.of("calm"),
                        "before=2026-11-20T09:00:00Z", List.of("war"));

        for (Map.Entry<String, List<String>> question : expected.entrySet()) {
            assertThat(
                            client.json("/api/v1/articles?" + question.getKey())
                                    .path("articles")
                                    .findValuesAsString("id"))
                    .as(question.getKey())
                    .isEqualTo(question.getValue());
        }
    }

    @Test
    void eventTypesAndCountriesNarrowTheListAndStandInTheDetail() throws Exception {
        store.article("one", "08:00:00", "Vell burns", "vell-war");
        store.article("two", "09:00:00", "Vell rests", "vell-war");
        store.execute(
                """
                update article set event_types = '{ceasefire}', countries = '{SD}' where id = 'two';
                insert into article_event values
                    ('two', 'ceasefire', 1, '[]', '2026-11-20T09:00:00Z');
                insert into article_place values
                    ('two', 'sd', 'Sudan', 'COUNTRY', 'SD', 15.5, 32.56, 1, 1,
                     '2026-11-20T09:00:00Z');
                insert into article_actor values
                    ('two', 'rapid-support-forces', 'Rapid Support Forces', 'ARMED_GROUP', 'SD', 2,
                     '2026-11-20T09:00:00Z')
                """);

        assertThat(ids("/api/v1/articles?event=ceasefire")).containsExactly("two");
        assertThat(ids("/api/v1/articles?country=sd")).containsExactly("two");
        assertThat(ids("/api/v1/articles?country=sd&event=protest")).isEmpty();
        JsonNode detail = client.json("/api/v1/articles/two");
        assertThat(detail.at("/article/eventTypes/0").asString()).isEqualTo("ceasefire");
        assertThat(detail.at("/events/0/type").asString()).isEqualTo("ceasefire");
        assertThat(detail.at("/places/0/latitude").asDouble()).isEqualTo(15.5);
        assertThat(detail.at("/actors/0/mentions").asInt()).isEqualTo(2);
    }

    private List<String> ids(String address) throws Exception {
        return client.json(address).path("articles").findValuesAsString("id");
    }

    @Test
    void wordsOfThePeopleNeverBecomeSql() throws Exception {
        store.article("one", "08:00:00", "Vell burns", "vell-war");

        HttpResponse<String> answer =
                client.get("/api/v1/articles?q=%27%3B+drop+table+article%3B--&topic=%00x");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(client.json("/api/v1/articles").path("articles").size()).isEqualTo(1);
    }

    @Test
    void oneArticleComesWithTextsRevisionsAndSightings() throws Exception {
        store.feed().article("one", "08:00:00", "Vell burns", "vell-war");

        JsonNode found = client.json("/api/v1/articles/one");

        assertThat(found.path("body").asString()).isEqualTo("At length");
        assertThat(found.at("/authors/0").asString()).isEqualTo("Ada");
        assertThat(found.at("/revisions/0/title").asString()).isEqualTo("Vell burns");
        assertThat(found.at("/sightings/0/feedTitle").asString()).isEqualTo("Harbour Post");
        assertThat(found.at("/article/tags/0/score").asDouble()).isEqualTo(3.5);
    }

    @Test
    void anUnknownArticleIsAProblemAnswer() throws Exception {
        HttpResponse<String> answer = client.get("/api/v1/articles/none");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"status\":404");
    }

    @Test
    void conflictTopicsAreCountedBackFromTheNewestArticle() throws Exception {
        store.article("new", "08:00:00", "Vell burns", "vell-war");
        store.article("old", "08:00:00", "Vell burnt", "vell-war");
        store.article("odd", "08:00:00", "Vell odd", "unlisted");
        store.execute(
                "update article_tag set event_at = event_at - interval '3 days' where article_id = 'old'");

        JsonNode answer = client.json("/api/v1/topics");
        JsonNode topics = answer.path("topics");

        assertThat(answer.path("countedTo").asString())
                .isEqualTo(client.json("/api/v1/articles").at("/articles/0/eventAt").asString());
        assertThat(topics.findValuesAsString("slug"))
                .containsExactly("vell-war", "calm", "unlisted");
        assertThat(topics.path(0).toString())
                .isEqualTo(
                        "{\"slug\":\"vell-war\",\"name\":\"War in Vell\",\"articlesLastDay\":1,\"articlesLastWeek\":2,\"articles\":2}");
        assertThat(topics.at("/1/articles").asInt()).isZero();
    }

    @Test
    void aServerThatAskedToBeLeftAloneHoldsAllFeedsPolledThere() throws Exception {
        store.feed().hold("feed-a", "2999-01-01T00:00:00Z");
        store.neverPolled("feed-b", "https://POST.example:443/other");
        store.neverPolled("feed-c", "https://post.example:8443/rss");
        store.neverPolled("feed-d", "https://else.example/rss");

        Map<String, JsonNode> feeds = new HashMap<>();
        for (JsonNode feed : client.json("/api/v1/feeds").path("feeds")) {
            feeds.put(feed.path("id").asString(), feed);
        }

        for (String held : List.of("feed-a", "feed-b")) {
            JsonNode feed = Objects.requireNonNull(feeds.get(held));
            assertThat(feed.path("heldUntil").asString()).isEqualTo("2999-01-01T00:00:00Z");
            assertThat(feed.path("nextPoll").asString()).isEqualTo("2999-01-01T00:00:00Z");
            assertThat(feed.path("nextPollReason").asString())
                    .isEqualTo("post.example asked to be left alone until 2999-01-01T00:00:00Z");
        }
        for (String other : List.of("feed-c", "feed-d")) {
            JsonNode feed = Objects.requireNonNull(feeds.get(other));
            assertThat(feed.path("heldUntil").isNull()).isTrue();
            assertThat(feed.path("nextPoll").isNull()).isTrue();
        }
    }

    @Test
    void feedsShowTheirStateAndTheirCounts() throws Exception {
        store.feed().article("one", "08:00:00", "Vell burns", "vell-war");
        store.execute(
                "insert into feed values ('gone', 'https://x.example', 'Gone', null, null, null, null, null, null, '{}', true, false)");

        JsonNode feeds = client.json("/api/v1/feeds").path("feeds");

        assertThat(feeds.findValuesAsString("id")).containsExactly("feed-a");
        JsonNode feed = feeds.path(0);
        assertThat(feed.path("state").asString()).isEqualTo("FAILING");
        assertThat(feed.path("articles").asInt()).isEqualTo(1);
        assertThat(feed.path("lastError").asString()).isEqualTo("ServerError");
        assertThat(feed.path("lastFetchSeconds").asDouble()).isEqualTo(0.25);
        assertThat(feed.path("nextPoll").asString()).isEqualTo("2026-11-20T12:30:00Z");
        assertThat(feed.path("nextPollReason").asString()).isEqualTo("backing off after failures");
        assertThat(feed.path("entriesPerDay").asDouble()).isEqualTo(12.5);
        assertThat(feed.path("hitRate").asDouble()).isEqualTo(1 / 3.0);
        assertThat(feed.path("movedTo").isNull()).isTrue();
        assertThat(feed.path("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void whatHappenedToFeedsIsListedNewestFirst() throws Exception {
        store.execute(
                """
                insert into feed_event values
                    ('c', 0, 1, 'feed-a', 'https://post.example/rss', 'Harbour Post',
                        '2026-11-20T08:00:00Z', 'GONE_QUIET', 'No new entry for 2 d.'),
                    ('c', 0, 2, 'feed-b', 'https://wire.example/rss', 'Wire',
                        '2026-11-20T09:00:00Z', 'RETIRED', 'The publisher has withdrawn it.')
                """);

        JsonNode all = client.json("/api/v1/feed-events").path("feedEvents");
        JsonNode ofOne = client.json("/api/v1/feed-events?feed=feed-a").path("feedEvents");

        assertThat(all.findValuesAsString("kind")).containsExactly("RETIRED", "GONE_QUIET");
        assertThat(ofOne.findValuesAsString("text")).containsExactly("No new entry for 2 d.");
    }

    @Test
    void deadLettersAreListed() throws Exception {
        store.execute(
                "insert into dead_letter values ('c', 'k', 2, 7, 'sink', 'k-2@7', 'Bad', 'why', null, '\\x0102', now())");

        JsonNode letters = client.json("/api/v1/dead-letters").path("deadLetters");

        assertThat(letters.at("/0/id").asString()).isEqualTo("k-2@7");
        assertThat(letters.at("/0/originalBytes").asInt()).isEqualTo(2);
    }

    @Test
    void whatCannotBeMeantIsRefusedByName() throws Exception {
        for (String question :
                List.of(
                        "articles?colour=red",
                        "articles?limit=0",
                        "articles?limit=many",
                        "articles?tier=sure",
                        "articles?after=yesterday",
                        "articles?cursor=%25",
                        "feeds?limit=1")) {
            HttpResponse<String> answer = client.get("/api/v1/" + question);

            assertThat(answer.statusCode()).as(question).isEqualTo(400);
            String name = question.replaceAll(".*\\?|=.*", "");
            assertThat(answer.body()).as(question).contains(name);
        }
    }

    @Test
    void healthIsAnErrorOnlyWhenAPartFailed() throws Exception {
        assertThat(client.get("/api/v1/health").statusCode()).isEqualTo(200);

        enrichState = Health.State.FAILED;

        HttpResponse<String> answer = client.get("/api/v1/health");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"part\":\"enrich\"", "\"state\":\"FAILED\"");
    }

    @Test
    void anAbsentDatabaseIsSaidToBeAbsent() throws Exception {
        store.execute("alter table feed rename to elsewhere");

        HttpResponse<String> answer = client.get("/api/v1/feeds");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Database not available").doesNotContain("elsewhere");
    }

    @Test
    void everyAnswerCarriesTheGuardHeaders() throws Exception {
        for (String path : List.of("/", "/api/v1/feeds", "/nowhere")) {
            HttpResponse<String> answer = client.get(path);

            assertThat(answer.headers().firstValue("content-security-policy"))
                    .as(path)
                    .hasValueSatisfying(
                            policy -> assertThat(policy).contains("default-src 'self'"));
            assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        }
    }

    @Test
    void foreignHostNamesAreTurnedAway() throws Exception {
        assertThat(client.statusFor("evil.example")).contains(" 421 ");
        assertThat(client.statusFor("localhost.evil.example:80")).contains(" 421 ");
        assertThat(client.statusFor("LOCALHOST:" + console.port())).contains(" 200 ");
        assertThat(client.statusFor("[::1]:1")).contains(" 200 ");
        assertThat(client.statusFor("news.desk.example")).contains(" 200 ");
    }

    @Test
    void thePageIsServedAndNotSentTwice() throws Exception {
        HttpResponse<String> page = client.get("/");
        String etag = page.headers().firstValue("etag").orElse("");

        HttpResponse<String> again = client.get("/", "If-None-Match", etag);

        assertThat(page.body()).contains("<title>Tocsin</title>");
        assertThat(again.statusCode()).isEqualTo(304);
        for (String file : FILES) {
            assertThat(client.get(file).statusCode()).as(file).isEqualTo(200);
        }
    }

    @Test
    void thePageUsesNothingFromOtherHostsAndNoMarkupFromText() throws Exception {
        String everything = "";
        for (String file : FILES.subList(0, FILES.size() - 1)) {
            everything += client.get(file).body();
        }

        assertThat(everything)
                .doesNotContain("http://", "innerHTML", "insertAdjacentHTML", "style=\"")
                .doesNotContain("eval(", "document.write");
        assertThat(everything.replace("\"https:\"", "")).doesNotContain("https:");
    }

    @Test
    void theBannerIsToldToThePage() throws Exception {
        assertThat(client.json("/api/v1/about").path("banner").asString())
                .isEqualTo("All news here is invented.");
    }

    @Test
    void anUnknownAddressIsAProblemAnswer() throws Exception {
        HttpResponse<String> answer = client.get("/api/v1/nothing-here");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Nothing lives at this address");
    }

    @Test
    void aPortInUseIsNamed() {
        try (Console second = newConsole(console.port())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining(Integer.toString(console.port()))
                    .hasMessageContaining("--port");
        }
    }

    private Console newConsole(int port) {
        ConsoleSettings settings =
                new ConsoleSettings(
                        "127.0.0.1",
                        port,
                        Set.of("news.desk.example"),
                        "All news here is invented.");
        return new Console(
                settings,
                ConsoleSources.reading(store.dataSource(), this::health, Vocabulary.of(TOPICS)));
    }

    private List<Health> health() {
        return List.of(new Health("enrich", enrichState, "tags articles", Map.of("lag", 3)));
    }
}
