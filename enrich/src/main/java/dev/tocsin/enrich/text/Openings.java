package dev.tocsin.enrich.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Phrases in small letters, found in texts in whatever letters. They lie by their first letter, so
 * that a place in a text is held against a few of them only.
 */
final class Openings {

    /** First letters of the same low byte share a slot. */
    private static final int SLOTS = 256;

    /** Its small letter is the plain i in single characters, and another in texts. */
    private static final char DOTTED_CAPITAL = 'İ';

    /** The small letter of the capital I, in Turkish. */
    private static final char DOTLESS = 'ı';

    private final List<List<String>> slots =
            Stream.generate(() -> (List<String>) new ArrayList<String>()).limit(SLOTS).toList();

    private Openings(Collection<String> phrases) {
        for (String phrase : phrases) {
            char initial = phrase.charAt(0);
            slot(initial).add(phrase);
            if (Character.toUpperCase(initial) != initial) {
                slot(Character.toUpperCase(initial)).add(phrase);
            }
        }
    }

    static Openings of(String... phrases) {
        return new Openings(List.of(phrases));
    }

    static Openings of(Collection<String> phrases) {
        return new Openings(phrases);
    }

    /** Whether one of the phrases of which something holds stands at a place of the text. */
    boolean standAt(String text, int at, Predicate<String> holds) {
        if (at >= text.length()) {
            return false;
        }
        for (String phrase : slot(text.charAt(at))) {
            if (stands(phrase, text, at) && holds.test(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** Where a phrase stands in a text, from a place on; -1 if nowhere. */
    static int indexOf(String phrase, String text, int from) {
        for (int at = from; at <= text.length() - phrase.length(); at++) {
            if (stands(phrase, text, at)) {
                return at;
            }
        }
        return -1;
    }

    private List<String> slot(char initial) {
        return slots.get(initial % SLOTS);
    }

    private static boolean stands(String phrase, String text, int at) {
        if (phrase.length() > text.length() - at) {
            return false;
        }
        for (int i = 0; i < phrase.length(); i++) {
            if (!isLetter(phrase.charAt(i), text.charAt(at + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char small, char c) {
        return c != DOTTED_CAPITAL
                && (Character.toLowerCase(c) == small || (small == DOTLESS && c == 'I'));
    }
}
