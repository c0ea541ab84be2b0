package dev.tocsin.app.evaluation;

import dev.tocsin.enrich.alert.AlertDesk;
import dev.tocsin.enrich.alert.Placed;
import dev.tocsin.enrich.alert.RuleBook;
import dev.tocsin.enrich.alert.StoryAlerts;
import dev.tocsin.enrich.annotate.Annotations;
import dev.tocsin.enrich.annotate.Annotator;
import dev.tocsin.enrich.text.Reading;
import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.NewsStory;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.sink.postgres.FiledArticle;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What rules would have told of stored articles. Articles are taken in the order of their arrival
 * and stand in the story that they are in now, with the tags that they have now; event types and
 * places are found anew.
 */
public final class AlertReplay {
    private final AlertDesk desk;
    private final Annotator annotator;
    private final boolean asksForAnnotations;
    private final Consumer<TaggedArticle> witness;
    private final Map<String, StoryAlerts> memories = new HashMap<>();
    private final Map<String, Integer> storyArticles = new HashMap<>();
    private final Map<String, Firing> firings = new LinkedHashMap<>();
    private int articles;

    public AlertReplay(Collection<AlertRule> rules, Annotator annotator) {
        this(rules, annotator, article -> {});
    }

    /**
     * @param witness gets every article as the rules see it
     */
    public AlertReplay(
            Collection<AlertRule> rules, Annotator annotator, Consumer<TaggedArticle> witness) {
        this.witness = witness;
        this.desk = new AlertDesk(RuleBook.of(rules));
        this.annotator = annotator;
        this.asksForAnnotations =
                rules.stream()
                        .anyMatch(rule ->
                                !rule.getEventTypes().isEmpty() || !rule.getPlaces().isEmpty());
    }

    /**
     * An alert as it was raised and as it stood in the end.
     *
     * @param last the same as {@code raised} if nothing came after
     */
    public record Firing(Alert raised, Alert last) {}

    /** Takes the next article. */
    public void take(FiledArticle filed) {
        TaggedArticle article = asksForAnnotations ? annotated(filed) : filed.article();
        witness.accept(article);
        String story = filed.storyId();
        articles++;
        storyArticles.merge(story, 1, Integer::sum);
        AlertDesk.Decision decision =
                desk.filed(
                        memories.getOrDefault(story, StoryAlerts.NONE),
                        new Placed(article, story, filed.isCopy(), filed.origin()),
                        story(filed),
                        article.getObservedAt());
        if (!decision.memory().isEmpty()) {
            memories.put(story, decision.memory());
        }
        decision.alerts().forEach(this::keep);
    }

    /** All alerts of the rule, by the time they were raised. */
    public List<Firing> firings(String ruleId) {
        return firings.values().stream()
                .filter(each -> each.raised().getRuleId().equals(ruleId))
                .toList();
    }

    public int articles() {
        return articles;
    }

    public int stories() {
        return storyArticles.size();
    }

    private void keep(Alert alert) {
        firings.merge(
                alert.getId(),
                new Firing(alert, alert),
                (before, now) -> new Firing(before.raised(), now.last()));
    }

    private TaggedArticle annotated(FiledArticle filed) {
        TaggedArticle article = filed.article();
        Reading reading = Reading.of(article.getTitle(), article.getSummary(), article.getBody());
        Annotations annotations = annotator.annotate(article.getLanguage(), reading);
        return TaggedArticle.newBuilder(article)
                .setEventTypes(annotations.eventTypes())
                .setPlaces(annotations.places())
                .setCountries(annotations.countries())
                .build();
    }

    private NewsStory story(FiledArticle filed) {
        Instant at = filed.article().getEventAt();
        return NewsStory.newBuilder()
                .setId(filed.storyId())
                .setStoryKey("")
                .setTitle(filed.storyTitle())
                .setFirstSeen(at)
                .setLastUpdate(at)
                .setArticles(storyArticles.getOrDefault(filed.storyId(), 0))
                .setCopyGroups(0)
                .setIndependentOrigins(0)
                .build();
    }
}
