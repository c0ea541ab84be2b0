package dev.tocsin.app.evaluation;

import dev.tocsin.enrich.alert.RuleBook;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.TaggedArticle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** How many articles fit each condition of a rule by itself: what keeps a rule silent. */
public final class ConditionCounts {
    private static final String SEPARATOR = "/";

    private final Map<String, Integer> counts = new HashMap<>();
    private final RuleBook probes;

    public ConditionCounts(Collection<AlertRule> rules) {
        List<AlertRule> all = new ArrayList<>();
        for (AlertRule rule : rules) {
            if (rule.getKind() == AlertKind.STORY) {
                all.addAll(probes(rule));
            }
        }
        all.forEach(probe -> counts.put(probe.getId(), 0));
        this.probes = RuleBook.of(all);
    }

    /** Takes the next article. */
    public void take(TaggedArticle article) {
        probes.match(article).forEach(match -> counts.merge(match.rule().getId(), 1, Integer::sum));
    }

    /** Conditions of the rule that no article fits, as the file calls them. */
    public List<String> unmet(String ruleId) {
        return counts.entrySet().stream()
                .filter(each -> each.getKey().startsWith(ruleId + SEPARATOR))
                .filter(each -> each.getValue() == 0)
                .map(each -> each.getKey().substring(ruleId.length() + 1))
                .sorted()
                .toList();
    }

    private static List<AlertRule> probes(AlertRule rule) {
        List<AlertRule> probes = new ArrayList<>();
        if (!rule.getConflictTopics().isEmpty()) {
            probes.add(topics(rule, "topics").build());
        }
        add(probes, rule, "events", rule.getEventTypes(), AlertRule.Builder::setEventTypes);
        add(probes, rule, "places", rule.getPlaces(), AlertRule.Builder::setPlaces);
        add(probes, rule, "classes", rule.getSourceClasses(), AlertRule.Builder::setSourceClasses);
        add(probes, rule, "publishers", rule.getPublishers(), AlertRule.Builder::setPublishers);
        add(probes, rule, "languages", rule.getLanguages(), AlertRule.Builder::setLanguages);
        add(probes, rule, "keywords", rule.getKeywords(), AlertRule.Builder::setKeywords);
        if (!rule.getConflictTopics().isEmpty() && !rule.getPlaces().isEmpty()) {
            probes.add(topics(rule, "topics with places").setPlaces(rule.getPlaces()).build());
        }
        return probes;
    }

    private static AlertRule.Builder topics(AlertRule rule, String condition) {
        return probe(rule, condition)
                .setConflictTopics(rule.getConflictTopics())
                .setConfirmedOnly(rule.getConfirmedOnly());
    }

    private static void add(
            List<AlertRule> probes,
            AlertRule rule,
            String condition,
            List<String> asked,
            BiConsumer<AlertRule.Builder, List<String>> setter) {
        if (!asked.isEmpty()) {
            AlertRule.Builder probe = probe(rule, condition);
            setter.accept(probe, asked);
            probes.add(probe.build());
        }
    }

    private static AlertRule.Builder probe(AlertRule rule, String condition) {
        return AlertRule.newBuilder()
                .setId(rule.getId() + SEPARATOR + condition)
                .setName("")
                .setVersion("")
                .setKind(AlertKind.STORY)
                .setDelivery(rule.getDelivery());
    }
}
