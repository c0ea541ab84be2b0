package dev.tocsin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The demo is killed again and again at random moments while its week runs by. Afterwards the
 * database has to hold every article of the week once, as if nothing had happened.
 */
class DemoTest {
    private static final int KILLS = 4;
    private static final int WEEK_SECONDS = 25;

    private final DemoWeek week = DemoWeek.load();

    @Test
    void killedAtAnyMomentItEndsWithTheSameArticlesEachOnce(@TempDir Path data) throws Exception {
        long seed = Long.getLong("demo.seed", System.nanoTime());
        Random random = new Random(seed);

        for (int kill = 0; kill < KILLS; kill++) {
            DemoProcess demo = DemoProcess.start(data, WEEK_SECONDS);
            Thread.sleep(Duration.ofMillis(2_000 + random.nextInt(9_000)));
            demo.kill();
        }

        try (DemoProcess demo = DemoProcess.start(data, WEEK_SECONDS)) {
            within2Minutes(
                    demo,
                    () ->
                            assertThat(links(articles(demo)))
                                    .as("links, -Ddemo.seed=%d", seed)
                                    .containsExactlyInAnyOrderElementsOf(expectedLinks()));
            within2Minutes(
                    demo,
                    () ->
                            assertThat(revisions(articles(demo)))
                                    .as("revisions, -Ddemo.seed=%d", seed)
                                    .isEqualTo(expectedRevisions()));
            countersAddUp(demo);
            tagsAreAsAReaderWouldFile(articles(demo));
        }
    }

    /**
     * The data folder is gone afterwards, so a failure has to tell by itself where it got stuck.
     */
    private static void within2Minutes(DemoProcess demo, ThrowingRunnable assertion) {
        try {
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(assertion);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(demo.state() + "\n" + e.getMessage(), e);
        }
    }

    private Set<String> expectedLinks() {
        return entries().stream().map(DemoEntry::link).collect(Collectors.toSet());
    }

    /** Edits are shown one after another to whoever has the text before, so none is missed. */
    private Map<String, Integer> expectedRevisions() {
        Map<String, Integer> revisions = new HashMap<>();
        entries()
                .forEach(entry ->
                        revisions.merge(entry.link(), 1 + entry.edits().size(), Math::max));
        return revisions;
    }

    private static Map<String, Integer> revisions(List<JsonNode> articles) {
        Map<String, Integer> revisions = new HashMap<>();
        articles.forEach(article ->
                revisions.put(article.path("url").asString(), article.path("revision").asInt()));
        return revisions;
    }

    private List<DemoEntry> entries() {
        return week.feeds().stream().flatMap(feed -> feed.entries().stream()).toList();
    }

    private static List<JsonNode> articles(DemoProcess demo) throws Exception {
        List<JsonNode> articles = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = demo.get("/api/v1/articles?limit=100" + next);
            page.path("articles").forEach(articles::add);
            next = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        return articles;
    }

    private static List<String> links(List<JsonNode> articles) {
        return articles.stream().map(article -> article.path("url").asString()).toList();
    }

    private static void countersAddUp(DemoProcess demo) throws Exception {
        for (JsonNode feed : demo.get("/api/v1/feeds").path("feeds")) {
            assertThat(feed.path("entriesSeen").asLong())
                    .as("counters of %s", feed.path("title"))
                    .isEqualTo(
                            feed.path("published").asLong()
                                    + feed.path("unchanged").asLong()
                                    + feed.path("duplicates").asLong()
                                    + feed.path("rejected").asLong());
        }
    }

    /** The demo's labels are a reader's; rules that miss one in seven are worse than we promise. */
    private void tagsAreAsAReaderWouldFile(List<JsonNode> articles) {
        Map<String, Set<String>> expected = new HashMap<>();
        entries().forEach(e -> expected.put(e.link(), new HashSet<>(e.conflictTopics())));
        long right =
                articles.stream()
                        .filter(article ->
                                confirmed(article)
                                        .equals(expected.get(article.path("url").asString())))
                        .count();
        assertThat((double) right / articles.size())
                .as("articles tagged right")
                .isGreaterThan(0.86);
    }

    private static Set<String> confirmed(JsonNode article) {
        Set<String> slugs = new HashSet<>();
        for (JsonNode tag : article.path("tags")) {
            if (tag.path("tier").asString().equalsIgnoreCase("confirmed")) {
                slugs.add(tag.path("conflictTopic").asString());
            }
        }
        return slugs;
    }
}
