package dev.tocsin.enrich.text;

import org.jspecify.annotations.Nullable;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What each character is to the tokenizer and what it looks like folded, worked out once for the
 * whole basic plane.
 */
final class Folding {

    static final byte SEPARATOR = 0;
    static final byte WORD = 1;

    /** A character that is a token of its own: scripts that put no spaces between words. */
    static final byte SINGLE = 2;

    /** A mark that belongs to the word but leaves no trace in the folded form. */
    static final byte MARK = 3;

    static final byte APOSTROPHE = 4;
    private static final char EXPANDS = '\uffff';

    /** The dot that Hindi writers leave out at will. */
    private static final char NUKTA = '\u093c';

    private static final byte[] KINDS = new byte[0x10000];
    private static final char[] FOLDED = new char[0x10000];
    private static final Map<Character, String> EXPANSIONS = new HashMap<>();

    static {
        for (int c = 0; c < 0x10000; c++) {
            KINDS[c] = kindOf((char) c);
            if (isSyllableOrIdeograph(c)) {
                FOLDED[c] = (char) c;
            } else if (KINDS[c] == WORD || KINDS[c] == SINGLE) {
                remember((char) c, fold(c));
            }
        }
    }

    private Folding() {}

    static byte kind(char c) {
        return KINDS[c];
    }

    /** Writes the folded form at the given place and returns the place after it. */
    static int write(char c, byte[] target, int at) {
        char folded = FOLDED[c];
        if (folded != EXPANDS) {
            Four.write(target, at, folded);
            return at + 1;
        }
        String expansion = EXPANSIONS.getOrDefault(c, "");
        return write(expansion, target, at);
    }

    static int write(String letters, byte[] target, int at) {
        for (int i = 0; i < letters.length(); i++) {
            Four.write(target, at + i, letters.charAt(i));
        }
        return at + letters.length();
    }

    /** Longest folded form of one character, in characters. */
    static int longestExpansion() {
        return 18;
    }

    /** Folded form of any code point. */
    static String fold(int codePoint) {
        String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        String lower = plain.toLowerCase(Locale.ROOT);
        return isLatinOrGreek(lower) ? withoutDiacritics(lower) : sameLetters(lower);
    }

    /** Most letters of the plane by far, which have no other form: why look. */
    private static boolean isSyllableOrIdeograph(int c) {
        return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3);
    }

    private static void remember(char c, String folded) {
        if (folded.length() == 1) {
            FOLDED[c] = folded.charAt(0);
        } else {
            FOLDED[c] = EXPANDS;
            EXPANSIONS.put(c, folded);
        }
    }

    private static byte kindOf(char c) {
        if (c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02bc' || c == '\u05f3') {
            return APOSTROPHE;
        }
        if (c == '\u0640' || c == '\u200c' || c == '\u200d' || c == '\u00ad') {
            return MARK;
        }
        boolean letter = Character.isLetterOrDigit(c);
        boolean mark = isMark(Character.getType(c));
        if ((letter || mark) && writesWithoutSpaces(c)) {
            return SINGLE;
        }
        if (letter || isIndicVowel(c)) {
            return WORD;
        }
        return mark ? MARK : SEPARATOR;
    }

    /** In the scripts of India vowel signs are letters; elsewhere marks are ornament. */
    private static boolean isIndicVowel(char c) {
        return c >= '\u0900' && c <= '\u0dff' && Character.isAlphabetic(c);
    }

    static boolean isMark(int type) {
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean writesWithoutSpaces(int codePoint) {
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> UnicodeBlock.of(codePoint) == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION;
        };
    }

    static boolean isSingle(int codePoint) {
        return Character.isIdeographic(codePoint);
    }

    private static boolean isLatinOrGreek(String text) {
        UnicodeScript script = UnicodeScript.of(text.codePointAt(0));
        return script == UnicodeScript.LATIN || script == UnicodeScript.GREEK;
    }

    private static String withoutDiacritics(String lower) {
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            if (!isMark(Character.getType(apart.charAt(i)))) {
                plain.append(latinTwin(apart.charAt(i)));
            }
        }
        return plain.toString();
    }

    private static String latinTwin(char c) {
        return switch (c) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'þ' -> "th";
            case 'ı' -> "i";
            default -> String.valueOf(c);
        };
    }

    private static String sameLetters(String lower) {
        StringBuilder same = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) != NUKTA) {
                same.append(twin(lower.charAt(i)));
            }
        }
        return same.toString();
    }

    /**
     * Letters that writers exchange freely: hamza carriers, final forms, Persian shapes, Russian
     * yo.
     */
    private static char twin(char c) {
        return switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ی' -> 'ي';
            case 'ة' -> 'ه';
            case 'ک' -> 'ك';
            case 'ё' -> 'е';
            default -> c;
        };
    }

    /**
     * The composed letter that a mark makes of the one before it, if dropping it would change the
     * letter.
     */
    static @Nullable Character compose(char letter, char mark) {
        if (mark == '\u0306' && letter == 'и') {
            return 'й';
        }
        return mark == '\u0308' && letter == 'і' ? Character.valueOf('ї') : null;
    }
}
