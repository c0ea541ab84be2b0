package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertEvidence;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.NewsStory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Puts an alert about a story into a record. */
final class AlertWriter {
    private static final int MOST_EVIDENCE = 20;

    private final AlertRule rule;
    private final RuleMemory memory;
    private final Raised raised;

    AlertWriter(AlertRule rule, RuleMemory memory, Raised raised) {
        this.rule = rule;
        this.memory = memory;
        this.raised = raised;
    }

    Alert write(NewsStory story, Instant now) {
        return Alert.newBuilder()
                .setId(raised.alertId())
                .setSequence(raised.sequence())
                .setKind(AlertKind.STORY)
                .setRuleId(rule.getId())
                .setRuleName(rule.getName())
                .setRuleVersion(rule.getVersion())
                .setSubject(story.getId())
                .setTitle(story.getTitle())
                .setText(AlertText.of(memory, now))
                .setRaisedAt(raised.at())
                .setUpdatedAt(now)
                .setFirstSeen(firstSeen(now))
                .setArticles(memory.articles())
                .setIndependentOrigins(memory.origins())
                .setStoryArticles(story.getArticles())
                .setConflictTopics(mostFrequent(MatchedArticle::conflictTopics))
                .setEventTypes(mostFrequent(MatchedArticle::eventTypes))
                .setCountries(mostFrequent(MatchedArticle::countries))
                .setLanguages(mostFrequent(article -> List.of(article.language())))
                .setTaxonomyVersion(taxonomyVersion())
                .setEvidence(
                        memory.matches().stream()
                                .limit(MOST_EVIDENCE)
                                .map(AlertWriter::evidence)
                                .toList())
                .setDelivery(rule.getDelivery())
                .build();
    }

    private static AlertEvidence evidence(Remembered match) {
        MatchedArticle article = match.article();
        return new AlertEvidence(
                article.id(),
                article.title(),
                article.url().orElse(null),
                article.publisher(),
                article.origin(),
                article.isCopy(),
                article.language(),
                article.eventAt(),
                match.quotes());
    }

    private Instant firstSeen(Instant now) {
        return memory.matches().stream()
                .map(each -> each.article().eventAt())
                .min(Comparator.naturalOrder())
                .orElse(now);
    }

    /** Of the article that came last. */
    private String taxonomyVersion() {
        return memory.matches().isEmpty()
                ? ""
                : memory.matches().getLast().article().taxonomyVersion();
    }

    private List<String> mostFrequent(Function<MatchedArticle, List<String>> values) {
        return Frequency.mostFrequent(
                memory.matches().stream().flatMap(each -> values.apply(each.article()).stream()));
    }
}
