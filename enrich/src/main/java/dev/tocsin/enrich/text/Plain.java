package dev.tocsin.enrich.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Plain characters: no markup, no control or invisible characters, composed letters, single spaces.
 */
final class Plain {

    private static final int LONGEST_TAG = 2_000;

    /** Blocks in which every character but a mark is its own composed form, wherever it stands. */
    private static final int[][] COMPOSED = {
        {0x21, 0x36f},
        {0x388, 0x8ff},
        {0x1e00, 0x1eff},
        {0x2010, 0x20cf},
        {0x3001, 0x33ff},
        {0xff01, 0xffef}
    };

    /** Ideographs and syllables: characters that stay as they are, all of them. */
    private static final int[][] LETTERS = {{0x3400, 0x9fff}, {0xac00, 0xd7a3}};

    /** Characters that stay as they are wherever they stand; blanks are not among them. */
    private static final boolean[] ORDINARY = ordinary();

    private Plain() {}

    /** Runs of blanks become one space, runs with a line break one line break. */
    static String of(String text) {
        return isPlain(text) ? text : tidied(composed(withoutTags(wellFormed(text))));
    }

    /** Most texts are, as one look at each character tells. */
    private static boolean isPlain(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ORDINARY[c]) {
                blank = false;
            } else if (blank || (c != ' ' && c != '\n')) {
                return false;
            } else {
                blank = true;
            }
        }
        return !blank || text.isEmpty();
    }

    private static boolean[] ordinary() {
        boolean[] ordinary = new boolean[0x10000];
        for (int[] block : LETTERS) {
            Arrays.fill(ordinary, block[0], block[1] + 1, true);
        }
        for (int[] block : COMPOSED) {
            for (int c = block[0]; c <= block[1]; c++) {
                ordinary[c] = isOrdinary((char) c);
            }
        }
        return ordinary;
    }

    private static boolean isOrdinary(char c) {
        return c != '<'
                && !isBlank(c)
                && plain("", 0, c) == c
                && !Folding.isMark(Character.getType(c));
    }

    private static String composed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String tidied(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = false;
        boolean line = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                blank = true;
                line |= c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
            } else {
                if (blank && !out.isEmpty()) {
                    out.append(line ? '\n' : ' ');
                }
                blank = false;
                line = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isBlank(char c) {
        return !isVisibleAscii(c) && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static boolean isVisibleAscii(char c) {
        return c > ' ' && c < '\u007f';
    }

    private static String wellFormed(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char plain = plain(text, i, c);
            if (plain != c && out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (out != null && plain != 0) {
                out.append(plain);
            }
        }
        return out == null ? text : out.toString();
    }

    /** The character itself, its replacement, or 0 if it goes. */
    private static char plain(String text, int at, char c) {
        if (isVisibleAscii(c) || c == ' ') {
            return c;
        }
        if (Character.isSurrogate(c)) {
            return isPaired(text, at, c) ? c : '\ufffd';
        }
        if (c == '\u200b' || c == '\ufeff' || c == '\u00ad' || isDirectionMark(c)) {
            return 0;
        }
        return Character.isISOControl(c) && !Character.isWhitespace(c) ? ' ' : c;
    }

    private static boolean isPaired(String text, int at, char c) {
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static boolean isDirectionMark(char c) {
        return c == '\u200e'
                || c == '\u200f'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069');
    }

    private static String withoutTags(String text) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '<' ? tagEnd(text, at) : -1;
            if (end < 0) {
                out.append(text.charAt(at++));
            } else {
                out.append(breaksLine(text, at) ? '\n' : ' ');
                at = end + 1;
            }
        }
        return out.toString();
    }

    private static int tagEnd(String text, int open) {
        if (open + 1 >= text.length() || !startsTag(text.charAt(open + 1))) {
            return -1;
        }
        int last = Math.min(text.length(), open + LONGEST_TAG);
        for (int i = open + 1; i < last; i++) {
            char c = text.charAt(i);
            // A tag holds no other tag; giving up here keeps the whole pass linear.
            if (c == '<') {
                return -1;
            }
            if (c == '>') {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsTag(char c) {
        return c == '/' || c == '!' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean breaksLine(String text, int open) {
        int name = text.charAt(open + 1) == '/' ? open + 2 : open + 1;
        return text.regionMatches(true, name, "p", 0, 1)
                || text.regionMatches(true, name, "br", 0, 2);
    }
}
