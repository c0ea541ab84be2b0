package dev.tocsin.enrich.alert;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is remembered for one story: which articles fit which rules, which alerts were raised.
 * Immutable. Of a rule 200 articles are kept with what an alert tells of them, the first 60 with
 * their quotes; what comes after is counted.
 *
 * <p>A story may be known to hundreds of rules of which an article fits a few: what the others
 * remember stays in the bytes that it was read from, and goes back as it is.
 */
public final class StoryAlerts {

    /** Of a story that no rule has looked at. */
    public static final StoryAlerts NONE = new StoryAlerts(Archive.NONE, new LinkedHashMap<>());

    private final Archive archive;
    private final Map<String, KeptRule> rules;

    /**
     * @param archive what rules that were not read point into
     * @param rules by id, in the order in which they came
     */
    StoryAlerts(Archive archive, Map<String, KeptRule> rules) {
        this.archive = archive;
        this.rules = Collections.unmodifiableMap(rules);
    }

    /** A compact form; its first byte tells the layout. */
    public byte[] toBytes() {
        return new StoryAlertsWriter(archive).write(rules);
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
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
        return knows(articleId)
                ? rules.keySet().stream()
                        .sorted()
                        .flatMap(id -> rule(id).matches().stream())
                        .filter(each -> each.article().id().equals(articleId))
                        .toList()
                : List.of();
    }

    Set<String> ruleIds() {
        return rules.keySet();
    }

    RuleMemory rule(String ruleId) {
        KeptRule kept = rules.get(ruleId);
        return kept == null ? RuleMemory.NONE : read(kept);
    }

    /** Whether any rule remembers the article. */
    boolean knows(String articleId) {
        if (archive.knows(articleId)) {
            return true;
        }
        for (KeptRule kept : rules.values()) {
            if (kept instanceof RuleMemory read && read.knows(articleId)) {
                return true;
            }
        }
        return false;
    }

    /** The same with every rule read, so that articles may be taken out. */
    StoryAlerts read() {
        Map<String, KeptRule> read = new LinkedHashMap<>();
        rules.forEach((id, kept) -> read.put(id, read(kept)));
        return new StoryAlerts(Archive.NONE, read);
    }

    /** Without the other rules; the same object if there are none. */
    StoryAlerts keeping(Predicate<String> isKept) {
        if (rules.keySet().stream().allMatch(isKept)) {
            return this;
        }
        Map<String, KeptRule> kept = new LinkedHashMap<>(read().rules);
        kept.keySet().removeIf(isKept.negate());
        return new StoryAlerts(Archive.NONE, kept);
    }

    /**
     * With these in the place of what is there. If an article is taken out, or one known comes with
     * other words, then all rules have to be {@link #read}.
     */
    StoryAlerts with(Map<String, RuleMemory> changes) {
        Map<String, KeptRule> changed = new LinkedHashMap<>(rules);
        changes.forEach((id, rule) -> {
            if (rule.isEmpty()) {
                changed.remove(id);
            } else {
                changed.put(id, rule);
            }
        });
        return new StoryAlerts(archive, changed);
    }

    private RuleMemory read(KeptRule kept) {
        return switch (kept) {
            case RuleMemory read -> read;
            case KeptRule.Unread unread -> archive.read(unread);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoryAlerts that && read().rules.equals(that.read().rules);
    }

    @Override
    public int hashCode() {
        return Objects.hash(read().rules);
    }

    @Override
    public String toString() {
        return "StoryAlerts" + read().rules;
    }
}
