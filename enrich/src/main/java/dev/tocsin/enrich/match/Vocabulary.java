package dev.tocsin.enrich.match;

import dev.tocsin.enrich.text.Four;
import dev.tocsin.enrich.text.Tokens;

/**
 * Every word of every term: whole words in a hash table, beginnings of words in a trie over folded
 * characters. A word may be listed as a whole, as a beginning, or both; each listing has its own
 * id.
 */
final class Vocabulary {

    private static final int ARABIC_FROM = 0x0600;
    private static final int ARABIC_TO = 0x06ff;
    private static final int HEBREW_FROM = 0x05d0;
    private static final int HEBREW_TO = 0x05ea;
    private static final String ARABIC_PROCLITICS = "وفبلك";
    private static final String HEBREW_PROCLITICS = "ובלמהשכ";
    private static final int SHORTEST_STEM = 3;

    private final WordTable wholes;
    private final PrefixTrie prefixes;

    Vocabulary(WordTable wholes, PrefixTrie prefixes) {
        this.wholes = wholes;
        this.prefixes = prefixes;
    }

    /** Looks every token up once. */
    Words words(Tokens tokens) {
        Words words = new Words(tokens.count() / 2 + 8);
        for (int first = 0; first < tokens.count(); first += Long.SIZE) {
            int end = Math.min(first + Long.SIZE, tokens.count());
            long asWhole = wholes.open(tokens, first, end);
            long otherwise = otherwise(tokens, first, end);
            for (long open = asWhole | otherwise; open != 0; open &= open - 1) {
                int token = first + Long.numberOfTrailingZeros(open);
                if ((otherwise & 1L << token) == 0) {
                    findWhole(tokens, token, words);
                } else {
                    find(tokens, token, words);
                }
            }
        }
        return words;
    }

    /**
     * A bit for each token at which a beginning may stand, or a word before an ending or behind a
     * proclitic.
     *
     * @param end at most 64 tokens behind the first
     */
    private long otherwise(Tokens tokens, int first, int end) {
        int from = tokens.foldedStart(first);
        long all = 0;
        for (int token = first; token < end; token++) {
            int to = tokens.foldedEnd(token);
            long four = tokens.four(from, to);
            long open = prefixes.gate(four);
            if (tokens.stemEnd(token) < to || mayHaveProclitics(Four.first(four))) {
                open = 1;
            }
            all |= (open & 1) << token;
            from = to;
        }
        return all;
    }

    private static boolean mayHaveProclitics(char first) {
        return first >= HEBREW_FROM && first <= ARABIC_TO;
    }

    private void findWhole(Tokens tokens, int token, Words words) {
        int from = tokens.foldedStart(token);
        findWhole(tokens, tokens.hash(token), from, tokens.foldedEnd(token), token, words);
    }

    private void find(Tokens tokens, int token, Words words) {
        int from = tokens.foldedStart(token);
        int to = tokens.foldedEnd(token);
        find(tokens, tokens.hash(token), from, to, token, words);
        int stemEnd = tokens.stemEnd(token);
        if (stemEnd < to) {
            findWhole(tokens, tokens.hash(from, stemEnd), from, stemEnd, token, words);
        }
        char first = tokens.foldedChar(from);
        if (first >= HEBREW_FROM && first <= HEBREW_TO) {
            withoutProclitics(tokens, HEBREW_PROCLITICS, from, to, token, words);
        } else if (first >= ARABIC_FROM && first <= ARABIC_TO) {
            withoutProclitics(tokens, ARABIC_PROCLITICS, from, to, token, words);
        }
    }

    private void withoutProclitics(
            Tokens tokens, String proclitics, int from, int to, int token, Words words) {
        int at = from;
        while (at < from + 2
                && to - at > SHORTEST_STEM
                && proclitics.indexOf(tokens.foldedChar(at)) >= 0) {
            at++;
            find(tokens, tokens.hash(at, to), at, to, token, words);
        }
    }

    private void find(Tokens tokens, int hash, int from, int to, int token, Words words) {
        prefixes.find(tokens, tokens.four(from, to), from, to, token, words);
        findWhole(tokens, hash, from, to, token, words);
    }

    private void findWhole(Tokens tokens, int hash, int from, int to, int token, Words words) {
        int id = wholes.find(tokens, hash, from, to);
        if (id >= 0) {
            words.add(token, id);
        }
    }
}
