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
        AlertRule.Builder topics =
                probe(rule, "topics")
                        .setConflictTopics(rule.getConflictTopics())
                        .setConfirmedOnly(rule.getConfirmedOnly());
        add(probes, rule.getConflictTopics(), topics);
        add(
                probes,
                rule.getEventTypes(),
                probe(rule, "events").setEventTypes(rule.getEventTypes()));
        add(probes, rule.getPlaces(), probe(rule, "places").setPlaces(rule.getPlaces()));
        add(
                probes,
                rule.getSourceClasses(),
                probe(rule, "classes").setSourceClasses(rule.getSourceClasses()));
        add(
                probes,
                rule.getPublishers(),
                probe(rule, "publishers").setPublishers(rule.getPublishers()));
        add(
                probes,
                rule.getLanguages(),
                probe(rule, "languages").setLanguages(rule.getLanguages()));
        add(probes, rule.getKeywords(), probe(rule, "keywords").setKeywords(rule.getKeywords()));
        if (!rule.getConflictTopics().isEmpty() && !rule.getPlaces().isEmpty()) {
            probes.add(
                    AlertRule.newBuilder(topics)
                            .setId(rule.getId() + SEPARATOR + "topics with places")
                            .setPlaces(rule.getPlaces())
                            .build());
        }
        return probes;
    }

    private static void add(List<AlertRule> probes, List<String> asked, AlertRule.Builder probe) {
        if (!asked.isEmpty()) {
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
