package dev.tocsin.enrich.match;

import java.util.Arrays;

/**
 * Words of a vocabulary that stand in a text, by token; a token may have several. Two words behind
 * the last can be read, to no meaning, so that who looks ahead need not look out.
 */
final class Words {
    private static final int BEHIND = 2;

    /** Token and id in turns. */
    private int[] words;

    private int count;

    Words(int expected) {
        this.words = new int[2 * (expected + BEHIND)];
    }

    void add(int token, int id) {
        if (2 * (count + BEHIND) == words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        words[2 * count] = token;
        words[2 * count + 1] = id;
        count++;
    }

    int count() {
        return count;
    }

    /** Number of the token at which a word stands. */
    int token(int at) {
        return words[2 * at];
    }

    /** Tokens from a word to the next. */
    int gap(int at) {
        return token(at + 1) - token(at);
    }

    int id(int at) {
        return words[2 * at + 1];
    }
}
