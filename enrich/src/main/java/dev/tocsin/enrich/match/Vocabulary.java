package dev.tocsin.enrich.match;

import dev.tocsin.enrich.text.Tokens;

/**
 * Every word of every term, as a trie over folded characters. A word may be listed as a whole, as a
 * beginning, or both; each listing has its own id.
 */
final class Vocabulary {

    /** Most ids that one token can have. */
    static final int MOST_IDS = 16;

    private static final int ARABIC_FROM = 0x0600;
    private static final int ARABIC_TO = 0x06ff;
    private static final int HEBREW_FROM = 0x05d0;
    private static final int HEBREW_TO = 0x05ea;
    private static final String ARABIC_PROCLITICS = "وفبلك";
    private static final String HEBREW_PROCLITICS = "ובלמהשכ";
    private static final int SHORTEST_STEM = 3;

    private final LongIntTable children;
    private final int[] wholeIds;
    private final int[] prefixIds;

    Vocabulary(LongIntTable children, int[] wholeIds, int[] prefixIds) {
        this.children = children;
        this.wholeIds = wholeIds;
        this.prefixIds = prefixIds;
    }

    /** Writes the ids of the token's word into {@code ids} and returns how many there are. */
    int find(Tokens tokens, int token, int[] ids) {
        int from = tokens.foldedStart(token);
        int to = tokens.foldedEnd(token);
        int found = walk(tokens, 0, from, to, ids, 0);
        char first = tokens.foldedChar(from);
        if (first >= ARABIC_FROM && first <= ARABIC_TO) {
            found = withoutArticleLam(tokens, from, to, ids, found);
            return withoutProclitics(tokens, from, to, ARABIC_PROCLITICS, ids, found);
        }
        if (first >= HEBREW_FROM && first <= HEBREW_TO) {
            return withoutProclitics(tokens, from, to, HEBREW_PROCLITICS, ids, found);
        }
        return found;
    }

    private int withoutProclitics(
            Tokens tokens, int from, int to, String proclitics, int[] ids, int found) {
        int at = from;
        int total = found;
        while (at < from + 2
                && to - at > SHORTEST_STEM
                && proclitics.indexOf(tokens.foldedChar(at)) >= 0) {
            at++;
            total = walk(tokens, 0, at, to, ids, total);
        }
        return total;
    }

    /** The preposition li- swallows the alef of the article that follows it. */
    private int withoutArticleLam(Tokens tokens, int from, int to, int[] ids, int found) {
        boolean swallowed =
                to - from > SHORTEST_STEM
                        && tokens.foldedChar(from) == 'ل'
                        && tokens.foldedChar(from + 1) == 'ل';
        int alef = swallowed ? child(0, 'ا') : -1;
        return alef < 0 ? found : walk(tokens, alef, from + 1, to, ids, found);
    }

    private int walk(Tokens tokens, int start, int from, int to, int[] ids, int found) {
        int node = start;
        int total = found;
        for (int at = from; at < to; at++) {
            node = child(node, tokens.foldedChar(at));
            if (node < 0) {
                return total;
            }
            if (prefixIds[node] >= 0 && total < MOST_IDS) {
                ids[total++] = prefixIds[node];
            }
        }
        if (wholeIds[node] >= 0 && total < MOST_IDS) {
            ids[total++] = wholeIds[node];
        }
        return total;
    }

    private int child(int node, char c) {
        return children.get(((long) node << 16) | c);
    }
}
