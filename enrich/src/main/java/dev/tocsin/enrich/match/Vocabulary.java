package dev.tocsin.enrich.match;

import dev.tocsin.enrich.text.Tokens;

import java.util.Arrays;

/**
 * Every word of every term: whole words in a hash table, beginnings of words in a trie over folded
 * characters. A word may be listed as a whole, as a beginning, or both; each listing has its own
 * id.
 */
final class Vocabulary {

    /** Most ids that one token can have. */
    private static final int MOST_IDS = 16;

    private static final int ARABIC_FROM = 0x0600;
    private static final int ARABIC_TO = 0x06ff;
    private static final int HEBREW_FROM = 0x05d0;
    private static final int HEBREW_TO = 0x05ea;
    private static final String ARABIC_PROCLITICS = "وفبلك";
    private static final String HEBREW_PROCLITICS = "ובלמהשכ";
    private static final char ALEF = 'ا';
    private static final char LAM = 'ل';
    private static final int SHORTEST_STEM = 3;

    private final WordTable wholes;
    private final PrefixTrie prefixes;

    Vocabulary(WordTable wholes, PrefixTrie prefixes) {
        this.wholes = wholes;
        this.prefixes = prefixes;
    }

    /** Looks every token up once. */
    Words words(Tokens tokens) {
        int[] ids = new int[tokens.count() + MOST_IDS];
        int[] ends = new int[tokens.count() + 1];
        int total = 0;
        for (int token = 0; token < tokens.count(); token++) {
            if (total + MOST_IDS > ids.length) {
                ids = Arrays.copyOf(ids, ids.length * 2);
            }
            total = find(tokens, token, ids, total);
            ends[token + 1] = total;
        }
        return new Words(ids, ends);
    }

    /** Writes the ids of the token's word from a place on and returns the place after them. */
    private int find(Tokens tokens, int token, int[] ids, int at) {
        int from = tokens.foldedStart(token);
        int to = tokens.foldedEnd(token);
        int next = prefixes.find(tokens, (char) 0, from, to, ids, at, at + MOST_IDS);
        int whole = wholes.find(tokens, tokens.hash(token), (char) 0, from, to);
        if (whole >= 0 && next < at + MOST_IDS) {
            ids[next++] = whole;
        }
        int stemEnd = tokens.stemEnd(token);
        if (stemEnd < to) {
            next = lookUp(tokens, (char) 0, from, stemEnd, ids, next, at + MOST_IDS);
        }
        char first = tokens.foldedChar(from);
        return first >= HEBREW_FROM && first <= ARABIC_TO
                ? withoutProclitics(tokens, first, from, to, ids, next, at + MOST_IDS)
                : next;
    }

    private int withoutProclitics(
            Tokens tokens, char first, int from, int to, int[] ids, int next, int end) {
        if (first >= ARABIC_FROM) {
            int found = withoutArticleLam(tokens, from, to, ids, next, end);
            return withoutProclitics(tokens, from, to, ARABIC_PROCLITICS, ids, found, end);
        }
        return first <= HEBREW_TO
                ? withoutProclitics(tokens, from, to, HEBREW_PROCLITICS, ids, next, end)
                : next;
    }

    private int withoutProclitics(
            Tokens tokens, int from, int to, String proclitics, int[] ids, int next, int end) {
        int at = from;
        int found = next;
        while (at < from + 2
                && to - at > SHORTEST_STEM
                && proclitics.indexOf(tokens.foldedChar(at)) >= 0) {
            at++;
            found = lookUp(tokens, (char) 0, at, to, ids, found, end);
        }
        return found;
    }

    /** The preposition li- swallows the alef of the article that follows it. */
    private int withoutArticleLam(Tokens tokens, int from, int to, int[] ids, int next, int end) {
        boolean swallowed =
                to - from > SHORTEST_STEM
                        && tokens.foldedChar(from) == LAM
                        && tokens.foldedChar(from + 1) == LAM;
        return swallowed ? lookUp(tokens, ALEF, from + 1, to, ids, next, end) : next;
    }

    /**
     * @param lead a character that stands before the others, 0 for none
     */
    private int lookUp(Tokens tokens, char lead, int from, int to, int[] ids, int next, int end) {
        int found = prefixes.find(tokens, lead, from, to, ids, next, end);
        int whole = wholes.find(tokens, tokens.hash(lead, from, to), lead, from, to);
        if (whole >= 0 && found < end) {
            ids[found++] = whole;
        }
        return found;
    }
}
