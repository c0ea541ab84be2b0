package dev.tocsin.enrich.alert;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is remembered for one story: which articles fit which rules, which alerts were raised.
 * Immutable. Of a rule 200 articles are kept with what an alert tells of them, the first 60 with
 * their quotes; what comes after is counted.
 */
public record StoryAlerts(Map<String, RuleMemory> rules) {

    /** Of a story that no rule has looked at. */
    public static final StoryAlerts NONE = new StoryAlerts(Map.of());

    public StoryAlerts {
        rules = Map.copyOf(rules);
    }

    /** A compact form; its first byte tells the layout. */
    public byte[] toBytes() {
        return new StoryAlertsWriter().write(this);
    }

    /**
     * @throws IllegalArgumentException if the bytes are of another layout or broken
     */
    public static StoryAlerts ofBytes(byte[] bytes) {
        return StoryAlertsReader.read(bytes);
    }

    /** Whether there is nothing to remember. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** What is remembered of one article, for filing it elsewhere; by rule. */
    public List<Remembered> of(String articleId) {
        return new TreeMap<>(rules)
                .values().stream()
                        .flatMap(rule -> rule.matches().stream())
                        .filter(each -> each.article().id().equals(articleId))
                        .toList();
    }

    RuleMemory rule(String ruleId) {
        return rules.getOrDefault(ruleId, RuleMemory.NONE);
    }

    StoryAlerts with(String ruleId, RuleMemory memory) {
        Map<String, RuleMemory> changed = new TreeMap<>(rules);
        if (memory.isEmpty()) {
            changed.remove(ruleId);
        } else {
            changed.put(ruleId, memory);
        }
        return new StoryAlerts(changed);
    }
}
