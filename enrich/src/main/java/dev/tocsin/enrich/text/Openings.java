package dev.tocsin.enrich.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Phrases by their first letter, so that a place in a text is held against a few of them only. */
final class Openings {

    private final Map<Character, List<String>> byInitial;

    private Openings(Map<Character, List<String>> byInitial) {
        this.byInitial = byInitial;
    }

    static Openings of(String... phrases) {
        return new Openings(
                Arrays.stream(phrases).collect(Collectors.groupingBy(each -> each.charAt(0))));
    }

    /** Whether one of the phrases of which something holds stands at a place of the text. */
    boolean standAt(String text, int at, Predicate<String> holds) {
        if (at >= text.length()) {
            return false;
        }
        for (String phrase : byInitial.getOrDefault(text.charAt(at), List.of())) {
            if (text.startsWith(phrase, at) && holds.test(phrase)) {
                return true;
            }
        }
        return false;
    }
}
