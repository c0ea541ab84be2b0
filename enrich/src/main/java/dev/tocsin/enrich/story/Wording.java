package dev.tocsin.enrich.story;

import dev.tocsin.enrich.text.Tokens;

/** Which term a token stands for: inflected forms and demonyms are one, common words are none. */
final class Wording {
    /** What is longer is cut: a rough stem that fits every alphabet. */
    private static final int LETTERS = 7;

    private static final int LONGEST_NUMBER = 5;
    private static final int NONE = 0;
    private static final char FIRST_CJK = '\u2e80';

    private final CommonWords common;

    Wording(CommonWords common) {
        this.common = common;
    }

    /** The word's term, 0 if it says nothing. */
    int term(Tokens tokens, int token) {
        int from = tokens.foldedStart(token);
        int to = tokens.foldedEnd(token);
        if (tokens.foldedChar(from) >= FIRST_CJK) {
            return pair(tokens, token, from, to);
        }
        if (to - from < 2 && !Character.isDigit(tokens.foldedChar(from))) {
            return NONE;
        }
        if (isNumber(tokens, from, to)) {
            return Terms.feature(hash(tokens, from, to));
        }
        int whole = hash(tokens, from, to);
        if (common.contains(whole)) {
            return NONE;
        }
        int country = common.country(whole);
        return Terms.word(country != NONE ? country : hash(tokens, from, stem(tokens, from, to)));
    }

    /** How many died or were freed tells happenings apart in every language; a year does not. */
    private static boolean isNumber(Tokens tokens, int from, int to) {
        if (to - from < 2 || to - from > LONGEST_NUMBER || isYear(tokens, from, to)) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (tokens.foldedChar(at) < '0' || tokens.foldedChar(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isYear(Tokens tokens, int from, int to) {
        char first = tokens.foldedChar(from);
        char second = tokens.foldedChar(from + 1);
        return to - from == 4
                && ((first == '1' && second == '9') || (first == '2' && second == '0'));
    }

    /** Scripts without spaces: a character alone says little, it counts with the next. */
    private static int pair(Tokens tokens, int token, int from, int to) {
        int next = token + 1;
        boolean adjacent =
                next < tokens.count()
                        && tokens.start(next) == tokens.end(token)
                        && tokens.foldedChar(tokens.foldedStart(next)) >= FIRST_CJK;
        int end = adjacent ? tokens.foldedEnd(next) : to;
        return adjacent ? Terms.word(hash(tokens, from, end)) : NONE;
    }

    private static int stem(Tokens tokens, int from, int to) {
        int end = tokens.foldedChar(from) <= 'z' ? withoutEnding(tokens, from, to) : to;
        return Math.min(end, from + LETTERS);
    }

    /** English plurals and forms of verbs, roughly; other Latin languages lose little by it. */
    private static int withoutEnding(Tokens tokens, int from, int to) {
        int end = to;
        if (end - from > 4) {
            end -= endingLength(tokens, from, end);
        }
        char last = tokens.foldedChar(end - 1);
        return end - from > 4 && (last == 'e' || last == 'y') ? end - 1 : end;
    }

    private static int endingLength(Tokens tokens, int from, int to) {
        for (String ending : new String[] {"ing", "ies", "es", "ed", "s"}) {
            if (to - from - ending.length() >= 3 && endsWith(tokens, to, ending)) {
                return ending.length();
            }
        }
        return 0;
    }

    private static boolean endsWith(Tokens tokens, int to, String ending) {
        for (int at = 0; at < ending.length(); at++) {
            if (tokens.foldedChar(to - ending.length() + at) != ending.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    private static int hash(Tokens tokens, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = hash * 31 + tokens.foldedChar(at);
        }
        return spread(hash);
    }

    /** Same as for tokens. */
    static int hash(String folded) {
        return spread(folded.hashCode());
    }

    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        mixed ^= mixed >>> 16;
        return mixed == NONE ? 2 : mixed;
    }
}
