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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of one article that make it fit rules. Each is cut out once, however many rules it
 * fits; the rules share the quote, and those of the same reasons the list of quotes.
 */
final class Quotes {
    private static final int MOST = 6;
    private static final Comparator<Evidence> WEIGHTIEST =
            Comparator.comparingDouble(Evidence::getWeight).reversed();

    private final TaggedArticle article;
    private final QuoteCutter cutter;
    private final Map<String, Reason> keywords = new LinkedHashMap<>();
    private final Map<String, Reason> topics = new HashMap<>();
    private final Map<String, Reason> eventTypes = new HashMap<>();
    private final Map<String, Reason> places = new HashMap<>();
    private final Map<List<Reason>, List<AlertQuote>> cut = new HashMap<>();

    /** Something that words stand for, and where they are, the most telling first. */
    private static final class Reason {
        private final String name;
        private final List<Span> spans = new ArrayList<>();
        private final Map<Integer, AlertQuote> cut = new HashMap<>();

        Reason(String name) {
            this.name = name;
        }

        int size() {
            return spans.size();
        }

        AlertQuote quote(int place, QuoteCutter cutter) {
            return cut.computeIfAbsent(place, _ -> cutter.quote(name, spans.get(place)));
        }
    }

    Quotes(TaggedArticle article, List<KeywordHit> hits) {
        this.article = article;
        this.cutter = new QuoteCutter(article);
        for (KeywordHit hit : hits) {
            keywords.computeIfAbsent(
                            hit.keyword().written(), ignored -> new Reason(hit.keyword().reason()))
                    .spans
                    .add(hit.span());
        }
    }

    /** One quote for each reason, then further ones where they say something new; six at most. */
    List<AlertQuote> of(AlertRule rule) {
        return cut.computeIfAbsent(reasons(rule), this::quotes);
    }

    private List<AlertQuote> quotes(List<Reason> reasons) {
        List<AlertQuote> quotes = new ArrayList<>(MOST);
        Set<Span> quoted = new HashSet<>();
        int longest = reasons.stream().mapToInt(Reason::size).max().orElse(0);
        for (int place = 0; place < longest && quotes.size() < MOST; place++) {
            for (Reason reason : reasons) {
                boolean isThere = place < reason.size() && quotes.size() < MOST;
                if (isThere && (quoted.add(reason.spans.get(place)) || place == 0)) {
                    quotes.add(reason.quote(place, cutter));
                }
            }
        }
        return List.copyOf(quotes);
    }

    /** A rule about sources alone is explained by what the article is about. */
    private List<Reason> reasons(AlertRule rule) {
        List<Reason> reasons = new ArrayList<>();
        addKeywords(reasons, rule);
        addEventTypes(reasons, rule);
        addTopics(reasons, rule);
        addPlaces(reasons, rule);
        if (reasons.isEmpty()) {
            article.getTags().stream()
                    .filter(tag -> tag.getTier() == Tier.CONFIRMED)
                    .forEach(tag -> reasons.add(topic(tag)));
        }
        return reasons;
    }

    private void addKeywords(List<Reason> reasons, AlertRule rule) {
        if (!rule.getKeywords().isEmpty()) {
            keywords.forEach((written, reason) -> {
                if (rule.getKeywords().contains(written)) {
                    reasons.add(reason);
                }
            });
        }
    }

    private void addEventTypes(List<Reason> reasons, AlertRule rule) {
        for (EventTag event : article.getEventTypes()) {
            if (rule.getEventTypes().contains(event.getType())) {
                reasons.add(
                        eventTypes.computeIfAbsent(
                                event.getType(), type -> reason(type, event.getEvidence())));
            }
        }
    }

    private void addTopics(List<Reason> reasons, AlertRule rule) {
        for (Tag tag : article.getTags()) {
            boolean counts = tag.getTier() == Tier.CONFIRMED || !rule.getConfirmedOnly();
            if (counts && rule.getConflictTopics().contains(tag.getConflictTopic())) {
                reasons.add(topic(tag));
            }
        }
    }

    private void addPlaces(List<Reason> reasons, AlertRule rule) {
        if (rule.getPlaces().isEmpty()) {
            return;
        }
        for (PlaceMention place : article.getPlaces()) {
            if (place.getCount() > 0 && rule.getPlaces().contains(place.getId())) {
                reasons.add(places.computeIfAbsent(place.getId(), _ -> named(place)));
            }
        }
    }

    private static Reason named(PlaceMention place) {
        Reason reason = new Reason(place.getName());
        reason.spans.add(new Span(place.getField(), place.getStart(), place.getEnd()));
        return reason;
    }

    private Reason topic(Tag tag) {
        return topics.computeIfAbsent(
                tag.getConflictTopic(), slug -> reason(slug, tag.getEvidence()));
    }

    private static Reason reason(String name, List<Evidence> evidence) {
        Reason reason = new Reason(name);
        evidence.stream()
                .sorted(WEIGHTIEST)
                .map(each -> new Span(each.getField(), each.getStart(), each.getEnd()))
                .forEach(reason.spans::add);
        return reason;
    }
}
