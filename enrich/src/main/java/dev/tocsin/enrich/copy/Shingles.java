package dev.tocsin.enrich.copy;

import dev.tocsin.enrich.text.Tokens;

/** Runs of five words, as hashes: what two texts share if one was copied from the other. */
final class Shingles {
    /** Words in a run. Shorter runs are idioms, longer ones break at every edited word. */
    static final int WORDS = 5;

    private static final int FACTOR = 0x01000193;

    private Shingles() {}

    /** The run that begins at each word; none if the text has fewer than five. */
    static int[] of(Tokens tokens) {
        int count = Math.max(0, tokens.count() - WORDS + 1);
        int[] words = words(tokens);
        int[] shingles = new int[count];
        for (int at = 0; at < count; at++) {
            int hash = 0;
            for (int next = at; next < at + WORDS; next++) {
                hash = hash * FACTOR + words[next];
            }
            shingles[at] = Hashes.mix(hash);
        }
        return shingles;
    }

    private static int[] words(Tokens tokens) {
        int[] words = new int[tokens.count()];
        for (int token = 0; token < words.length; token++) {
            int hash = 1;
            for (int at = tokens.foldedStart(token); at < tokens.foldedEnd(token); at++) {
                hash = hash * 31 + tokens.foldedChar(at);
            }
            words[token] = Hashes.mix(hash);
        }
        return words;
    }
}
