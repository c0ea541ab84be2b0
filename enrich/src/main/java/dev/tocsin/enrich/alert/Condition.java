package dev.tocsin.enrich.alert;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What all rules ask of one side of an article, such as its language. Rules are bits, so an article
 * costs a few words of memory for every value it shows, and not a step for every rule.
 */
final class Condition {
    private final BitSet indifferent = new BitSet();
    private final Map<String, BitSet> byValue = new HashMap<>();

    /** The rule asks for any of the values; for nothing if there are none. */
    void add(int rule, Collection<String> alternatives) {
        if (alternatives.isEmpty()) {
            indifferent.set(rule);
        }
        for (String value : alternatives) {
            byValue.computeIfAbsent(value, ignored -> new BitSet()).set(rule);
        }
    }

    /** Takes the rules out that ask for something the article does not show. */
    void filter(BitSet rules, Collection<String> shown) {
        if (asksAny(rules)) {
            rules.and(satisfied(shown));
        }
    }

    /** The rules that ask for nothing, or for something the article shows. */
    BitSet satisfied(Collection<String> shown) {
        BitSet passing = (BitSet) indifferent.clone();
        for (String value : shown) {
            BitSet asking = byValue.get(value);
            if (asking != null) {
                passing.or(asking);
            }
        }
        return passing;
    }

    /** Whether any of the rules asks for anything. */
    boolean asksAny(BitSet rules) {
        BitSet asking = (BitSet) rules.clone();
        asking.andNot(indifferent);
        return !asking.isEmpty();
    }
}
