package dev.tocsin.enrich.text;

/**
 * The words of a text: where each stands, in UTF-16 offsets, and its folded form. Tokens are
 * counted from 0.
 */
public final class Tokens {

    private final byte[] folded;
    private final int[] foldedEnds;
    private final int[] starts;
    private final int[] ends;
    private final int[] sentences;
    private final int[] hashes;
    private final int[] stems;
    private final int count;

    Tokens(
            byte[] folded,
            int[] foldedEnds,
            int[] starts,
            int[] ends,
            int[] sentences,
            int[] hashes,
            int[] stems,
            int count) {
        this.folded = folded;
        this.foldedEnds = foldedEnds;
        this.starts = starts;
        this.ends = ends;
        this.sentences = sentences;
        this.hashes = hashes;
        this.stems = stems;
        this.count = count;
    }

    public int count() {
        return count;
    }

    /** Offset of the token's first character in the text. */
    public int start(int token) {
        return starts[token];
    }

    /** Offset after the token's last character in the text. */
    public int end(int token) {
        return ends[token];
    }

    /** Number of the sentence that the token stands in, from 0. */
    public int sentence(int token) {
        return sentences[token];
    }

    /** Folded form of the token. */
    public String folded(int token) {
        return string(folded, foldedStart(token), foldedEnd(token));
    }

    static String string(byte[] letters, int from, int to) {
        char[] characters = new char[to - from];
        for (int at = from; at < to; at++) {
            characters[at - from] = Four.letter(letters, at);
        }
        return new String(characters);
    }

    /** Hash code of the token's folded form, which is worked out once for all who look it up. */
    public int hash(int token) {
        return hashes[token];
    }

    /** Hash code of a stretch of the folded forms, as a string has it. */
    public int hash(int from, int to) {
        return hash(folded, from, to);
    }

    static int hash(byte[] letters, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + Four.letter(letters, at);
        }
        return hash;
    }

    /** Where the token's folded form begins in {@link #foldedChar}. */
    public int foldedStart(int token) {
        return token == 0 ? 0 : foldedEnds[token - 1];
    }

    /** Where the token's folded form ends in {@link #foldedChar}. */
    public int foldedEnd(int token) {
        return foldedEnds[token];
    }

    /**
     * Where a Turkish case ending behind an apostrophe begins in {@link #foldedChar}; where the
     * token ends if it has none.
     */
    public int stemEnd(int token) {
        return token < stems.length && stems[token] > 0 ? stems[token] : foldedEnds[token];
    }

    /** A character of the folded forms, which stand one after the other. */
    public char foldedChar(int at) {
        return Four.letter(folded, at);
    }

    /**
     * The first four letters of a stretch of the folded forms as one number, the first of them
     * highest, with a zero for each that it has not.
     */
    public long four(int from, int to) {
        return Four.letters(folded, from, to);
    }
}
