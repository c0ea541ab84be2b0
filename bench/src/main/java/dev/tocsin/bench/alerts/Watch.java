package dev.tocsin.bench.alerts;

import dev.tocsin.enrich.alert.AlertDesk;
import dev.tocsin.enrich.alert.Placed;
import dev.tocsin.enrich.alert.RuleBook;
import dev.tocsin.enrich.alert.StoryAlerts;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.NewsStory;
import dev.tocsin.schemas.TaggedArticle;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the stream does for alerts: reads what is remembered of the story, decides, writes it back.
 * Five articles make a story, each of another origin.
 */
final class Watch {
    private static final int ARTICLES_OF_A_STORY = 5;
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final AlertDesk desk;
    private final Map<String, byte[]> store = new HashMap<>();
    private int number;

    Watch(List<AlertRule> rules) {
        this.desk = new AlertDesk(RuleBook.of(rules));
    }

    /** Files the next article; the number of alerts. */
    int file(TaggedArticle article) {
        String storyId = "story-" + number / ARTICLES_OF_A_STORY;
        String origin = "origin-" + number % ARTICLES_OF_A_STORY;
        number++;
        byte[] stored = store.get(storyId);
        StoryAlerts memory = stored == null ? StoryAlerts.NONE : StoryAlerts.ofBytes(stored);
        AlertDesk.Decision decision =
                desk.filed(
                        memory,
                        new Placed(article, storyId, false, origin),
                        story(storyId, article),
                        NOW);
        if (decision.memory() != memory) {
            store.put(storyId, decision.memory().toBytes());
        }
        return decision.alerts().size();
    }

    private static NewsStory story(String id, TaggedArticle article) {
        return NewsStory.newBuilder()
                .setId(id)
                .setStoryKey("")
                .setTitle(article.getTitle())
                .setFirstSeen(NOW)
                .setLastUpdate(NOW)
                .setArticles(ARTICLES_OF_A_STORY)
                .setCopyGroups(ARTICLES_OF_A_STORY)
                .setIndependentOrigins(ARTICLES_OF_A_STORY)
                .build();
    }
}
