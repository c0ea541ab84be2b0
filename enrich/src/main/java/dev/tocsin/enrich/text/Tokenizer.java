package dev.tocsin.enrich.text;

import java.util.Arrays;
import java.util.Set;

/**
 * Cuts a text into folded tokens in one pass. Letters are compared without case, width and Latin
 * diacritics; an English {@code 's} and a French or Italian article before an apostrophe are left
 * out; hyphens part words; Chinese, Japanese, Thai and Burmese characters are tokens of their own.
 */
public final class Tokenizer {

    private static final Set<String> ELISIONS =
            Set.of(
                    "l", "d", "j", "m", "n", "s", "c", "t", "qu", "jusqu", "lorsqu", "puisqu",
                    "all", "dall", "dell", "nell", "sull", "un");
    private static final int LONGEST_ELISION = 6;

    private static final Tokens NONE = new Tokenizer("").run();

    private final String text;
    private byte[] folded;
    private int foldedLength;
    private int[] foldedEnds;
    private int[] starts;
    private int[] ends;
    private int[] sentences;
    private int[] hashes;
    private int count;
    private int sentence;
    private boolean sentenceEnds;
    private boolean open;
    private boolean acronym;
    private int wordStart;
    private int wordEnd;
    private int wordFolded;
    private int wordStem;
    private int[] stems = {};

    private Tokenizer(String text) {
        this.text = text;
        int words = text.length() / 5 + 8;
        folded = new byte[2 * (text.length() + 2 * Folding.longestExpansion())];
        foldedEnds = new int[words];
        starts = new int[words];
        ends = new int[words];
        sentences = new int[words];
        hashes = new int[words];
    }

    /** The tokens of any text, however broken; time and space linear in its length. */
    public static Tokens tokenize(String text) {
        return text.isEmpty() ? NONE : new Tokenizer(text).run();
    }

    private Tokens run() {
        int at = 0;
        while (at < text.length()) {
            at = step(at, text.charAt(at));
        }
        close();
        reserve(Four.LETTERS);
        return new Tokens(folded, foldedEnds, starts, ends, sentences, hashes, stems, count);
    }

    private int step(int at, char c) {
        if (Character.isSurrogate(c)) {
            return surrogate(at);
        }
        switch (Folding.kind(c)) {
            case Folding.WORD -> word(at, c);
            case Folding.SINGLE -> single(at, c);
            case Folding.MARK -> mark(at, c);
            case Folding.APOSTROPHE -> {
                return apostrophe(at);
            }
            default -> separator(at, c);
        }
        return at + 1;
    }

    private void word(int at, char c) {
        open(at);
        reserve(Folding.longestExpansion());
        foldedLength = Folding.write(c, folded, foldedLength);
        wordEnd = at + 1;
    }

    private void single(int at, char c) {
        close();
        word(at, c);
        close();
    }

    private void mark(int at, char mark) {
        if (!open || foldedLength == wordFolded) {
            return;
        }
        Character composed = Folding.compose(Four.letter(folded, foldedLength - 1), mark);
        if (composed != null) {
            Four.write(folded, foldedLength - 1, composed);
        }
        wordEnd = at + 1;
    }

    private int apostrophe(int at) {
        if (!open || !isWord(at + 1)) {
            close();
            return at + 1;
        }
        if (isPossessive(at + 1)) {
            close();
            return at + 2;
        }
        if (isElision()) {
            open = false;
            foldedLength = wordFolded;
            return at + 1;
        }
        if (CaseEndings.follow(text, wordStart, at)) {
            wordStem = foldedLength;
        }
        return at + 1;
    }

    private boolean isPossessive(int at) {
        return (text.charAt(at) == 's' || text.charAt(at) == 'S') && !isWord(at + 1);
    }

    private boolean isElision() {
        int length = foldedLength - wordFolded;
        return length <= LONGEST_ELISION
                && ELISIONS.contains(Tokens.string(folded, wordFolded, foldedLength));
    }

    private int surrogate(int at) {
        int codePoint = text.codePointAt(at);
        int next = at + Character.charCount(codePoint);
        if (!Character.isLetterOrDigit(codePoint)) {
            separator(at, ' ');
            return next;
        }
        boolean single = Folding.isSingle(codePoint);
        if (single) {
            close();
        }
        open(at);
        append(Folding.fold(codePoint));
        wordEnd = next;
        if (single) {
            close();
        }
        return next;
    }

    private void append(String letters) {
        reserve(letters.length());
        foldedLength = Folding.write(letters, folded, foldedLength);
    }

    private void separator(int at, char c) {
        if (c == '.' && continuesAcronym(at)) {
            acronym = true;
            return;
        }
        boolean shortWord = acronym || foldedLength - wordFolded <= 2;
        close();
        sentenceEnds |= endsSentence(c, at, shortWord);
    }

    private boolean continuesAcronym(int at) {
        return open
                && (acronym || foldedLength - wordFolded == 1)
                && isWord(at + 1)
                && !isWord(at + 2);
    }

    private boolean endsSentence(char c, int at, boolean shortWord) {
        return switch (c) {
            case '.' -> !shortWord && isGap(at + 1);
            case '!', '?', '…', '؟', '۔' -> isGap(at + 1);
            case '。', '！', '？', '।', '\n' -> true;
            default -> false;
        };
    }

    private boolean isGap(int at) {
        return at >= text.length() || Folding.kind(text.charAt(at)) != Folding.WORD;
    }

    private boolean isWord(int at) {
        return at < text.length() && Folding.kind(text.charAt(at)) == Folding.WORD;
    }

    private void open(int at) {
        if (!open) {
            open = true;
            acronym = false;
            wordStart = at;
            wordFolded = foldedLength;
            wordStem = 0;
        }
    }

    private void close() {
        if (!open) {
            return;
        }
        open = false;
        if (sentenceEnds && count > 0) {
            sentence++;
        }
        sentenceEnds = false;
        add();
        wordFolded = foldedLength;
        acronym = false;
    }

    private void add() {
        if (count == starts.length) {
            grow();
        }
        starts[count] = wordStart;
        ends[count] = wordEnd;
        foldedEnds[count] = foldedLength;
        sentences[count] = sentence;
        hashes[count] = Tokens.hash(folded, wordFolded, foldedLength);
        if (wordStem > 0) {
            if (stems.length < starts.length) {
                stems = Arrays.copyOf(stems, starts.length);
            }
            stems[count] = wordStem;
        }
        count++;
    }

    private void grow() {
        int words = starts.length * 2;
        starts = Arrays.copyOf(starts, words);
        ends = Arrays.copyOf(ends, words);
        foldedEnds = Arrays.copyOf(foldedEnds, words);
        sentences = Arrays.copyOf(sentences, words);
        hashes = Arrays.copyOf(hashes, words);
    }

    private void reserve(int more) {
        if (2 * (foldedLength + more) > folded.length) {
            folded = Arrays.copyOf(folded, 4 * (foldedLength + more));
        }
    }
}
