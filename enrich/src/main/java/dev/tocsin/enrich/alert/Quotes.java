package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.AlertQuote;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.PlaceMention;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.Tier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of one article that make it fit a rule. */
final class Quotes {
    private static final int MOST = 6;

    private final TaggedArticle article;
    private final List<KeywordHit> hits;
    private final QuoteCutter cutter;

    Quotes(TaggedArticle article, List<KeywordHit> hits) {
        this.article = article;
        this.hits = hits;
        this.cutter = new QuoteCutter(article);
    }

    /** One quote for each reason, then further ones where they say something new; six at most. */
    List<AlertQuote> of(AlertRule rule) {
        Map<String, List<Span>> reasons = reasons(rule);
        List<AlertQuote> quotes = new ArrayList<>();
        Set<Span> quoted = new HashSet<>();
        int longest = reasons.values().stream().mapToInt(List::size).max().orElse(0);
        for (int round = 0; round < longest; round++) {
            for (Map.Entry<String, List<Span>> reason : reasons.entrySet()) {
                Span span = round < reason.getValue().size() ? reason.getValue().get(round) : null;
                boolean isNew = span != null && (quoted.add(span) || round == 0);
                if (span != null && isNew && quotes.size() < MOST) {
                    quotes.add(cutter.quote(reason.getKey(), span));
                }
            }
        }
        return quotes;
    }

    /** A rule about sources alone is explained by what the article is about. */
    private Map<String, List<Span>> reasons(AlertRule rule) {
        Map<String, List<Span>> reasons = new LinkedHashMap<>();
        keywords(reasons, rule);
        eventTypes(reasons, rule);
        topics(reasons, rule);
        places(reasons, rule);
        if (reasons.isEmpty()) {
            article.getTags().stream()
                    .filter(tag -> tag.getTier() == Tier.CONFIRMED)
                    .forEach(tag -> add(reasons, tag.getConflictTopic(), tag.getEvidence()));
        }
        return reasons;
    }

    private void keywords(Map<String, List<Span>> reasons, AlertRule rule) {
        for (KeywordHit hit : hits) {
            if (rule.getKeywords().contains(hit.keyword().written())) {
                add(reasons, hit.keyword().reason(), hit.span());
            }
        }
    }

    private void eventTypes(Map<String, List<Span>> reasons, AlertRule rule) {
        for (EventTag event : article.getEventTypes()) {
            if (rule.getEventTypes().contains(event.getType())) {
                add(reasons, event.getType(), event.getEvidence());
            }
        }
    }

    private void topics(Map<String, List<Span>> reasons, AlertRule rule) {
        for (Tag tag : article.getTags()) {
            boolean counts = tag.getTier() == Tier.CONFIRMED || !rule.getConfirmedOnly();
            if (counts && rule.getConflictTopics().contains(tag.getConflictTopic())) {
                add(reasons, tag.getConflictTopic(), tag.getEvidence());
            }
        }
    }

    private void places(Map<String, List<Span>> reasons, AlertRule rule) {
        for (PlaceMention place : article.getPlaces()) {
            if (place.getCount() > 0 && rule.getPlaces().contains(place.getId())) {
                Span span = new Span(place.getField(), place.getStart(), place.getEnd());
                add(reasons, place.getName(), span);
            }
        }
    }

    /** What weighs most comes first. */
    private static void add(
            Map<String, List<Span>> reasons, String reason, List<Evidence> evidence) {
        evidence.stream()
                .sorted(Comparator.comparingDouble(Evidence::getWeight).reversed())
                .map(each -> new Span(each.getField(), each.getStart(), each.getEnd()))
                .forEach(span -> add(reasons, reason, span));
    }

    private static void add(Map<String, List<Span>> reasons, String reason, Span span) {
        reasons.computeIfAbsent(reason, ignored -> new ArrayList<>()).add(span);
    }
}
