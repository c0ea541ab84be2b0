package dev.tocsin.enrich.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the letters of a text say about its language. */
final class Scripts {

    private static final int LATIN_AMONG_OTHERS = 2;
    private static final UnicodeScript[] ALL = UnicodeScript.values();
    private static final short[] OF_CHARACTERS = scripts();
    private static final Map<UnicodeScript, String> SINGLE = new EnumMap<>(UnicodeScript.class);
    private static final Set<String> CYRILLIC =
            Set.of("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg");
    private static final Set<String> ARABIC =
            Set.of("ar", "fa", "ur", "ps", "ckb", "ku", "sd", "ug");
    private static final Set<String> DEVANAGARI = Set.of("hi", "mr", "ne");
    private static final Set<String> ETHIOPIC = Set.of("am", "ti");

    private static final int BELARUSIAN = 1;
    private static final int SERBIAN = 2;
    private static final int UKRAINIAN = 4;
    private static final int RUSSIAN = 8;
    private static final int URDU = 16;
    private static final int PASHTO = 32;
    private static final int PERSIAN = 64;

    /** For each Cyrillic or Arabic letter the languages that alone write it, as bits. */
    private static final byte[] SIGNS = letters();

    static {
        SINGLE.put(UnicodeScript.HEBREW, "he");
        SINGLE.put(UnicodeScript.GREEK, "el");
        SINGLE.put(UnicodeScript.ARMENIAN, "hy");
        SINGLE.put(UnicodeScript.GEORGIAN, "ka");
        SINGLE.put(UnicodeScript.THAI, "th");
        SINGLE.put(UnicodeScript.MYANMAR, "my");
        SINGLE.put(UnicodeScript.BENGALI, "bn");
        SINGLE.put(UnicodeScript.TAMIL, "ta");
        SINGLE.put(UnicodeScript.TELUGU, "te");
        SINGLE.put(UnicodeScript.GUJARATI, "gu");
        SINGLE.put(UnicodeScript.GURMUKHI, "pa");
        SINGLE.put(UnicodeScript.KHMER, "km");
        SINGLE.put(UnicodeScript.LAO, "lo");
        SINGLE.put(UnicodeScript.HANGUL, "ko");
        SINGLE.put(UnicodeScript.HIRAGANA, "ja");
        SINGLE.put(UnicodeScript.KATAKANA, "ja");
    }

    private Scripts() {}

    /** The script of most letters; empty for a text without letters. */
    static Optional<UnicodeScript> dominant(String text) {
        int[] counts = counts(text);
        // Chinese characters are common in Japanese, kana never in Chinese.
        if (counts[UnicodeScript.HIRAGANA.ordinal()] > 0
                && counts[UnicodeScript.HAN.ordinal()] > 0) {
            return Optional.of(UnicodeScript.HIRAGANA);
        }
        return most(counts);
    }

    private static int[] counts(String text) {
        int[] counts = new int[ALL.length];
        int current = 0;
        int run = 0;
        // Letters of one script come in runs, and one sum a run is quicker than one a letter.
        for (int at = 0; at < text.length(); at++) {
            int script = script(text, at);
            if (script == current) {
                run++;
            } else if (script >= 0) {
                counts[current] += run;
                current = script;
                run = 1;
            }
        }
        counts[current] += run;
        return counts;
    }

    private static int script(String text, int at) {
        char c = text.charAt(at);
        if (!Character.isHighSurrogate(c)) {
            return OF_CHARACTERS[c];
        }
        int letter = text.codePointAt(at);
        return Character.isLetter(letter) ? UnicodeScript.of(letter).ordinal() : -1;
    }

    /** Names, tags and brands in Latin letters stand in texts of all other scripts. */
    private static Optional<UnicodeScript> most(int[] counts) {
        int latin = UnicodeScript.LATIN.ordinal();
        int best = latin;
        for (int script = 0; script < counts.length; script++) {
            boolean more =
                    best == latin
                            ? counts[script] * LATIN_AMONG_OTHERS > counts[latin]
                            : counts[script] > counts[best];
            best = more && script != latin ? script : best;
        }
        return counts[best] == 0 ? Optional.empty() : Optional.of(ALL[best]);
    }

    /** Of every letter of the basic plane; -1 for what is none. */
    private static short[] scripts() {
        short[] scripts = new short[0x10000];
        for (int c = 0; c < scripts.length; c++) {
            scripts[c] = Character.isLetter((char) c) ? (short) UnicodeScript.of(c).ordinal() : -1;
        }
        return scripts;
    }

    /**
     * Language of a text in that script, given the declared one ("" if none); empty for Latin and
     * unknown scripts.
     */
    static Optional<String> language(UnicodeScript script, String declared, String text) {
        return switch (script) {
            case CYRILLIC -> Optional.of(cyrillic(declared, text));
            case ARABIC -> Optional.of(arabic(declared, text));
            case HAN -> Optional.of("zh");
            case DEVANAGARI -> Optional.of(DEVANAGARI.contains(declared) ? declared : "hi");
            case ETHIOPIC -> Optional.of(ETHIOPIC.contains(declared) ? declared : "am");
            default -> Optional.ofNullable(SINGLE.get(script));
        };
    }

    /** Whether texts of the language are written in another script than Latin. */
    static boolean isForeignToLatin(String language) {
        return SINGLE.containsValue(language)
                || (CYRILLIC.contains(language) && !language.equals("sr"))
                || ARABIC.contains(language)
                || DEVANAGARI.contains(language)
                || ETHIOPIC.contains(language)
                || language.equals("zh");
    }

    private static String cyrillic(String declared, String text) {
        int signs = signs(text);
        if (has(signs, BELARUSIAN)) {
            return "be";
        }
        if (has(signs, SERBIAN)) {
            return declared.equals("mk") ? "mk" : "sr";
        }
        if (has(signs, UKRAINIAN) && !has(signs, RUSSIAN)) {
            return declared.equals("be") || declared.equals("kk") ? declared : "uk";
        }
        if (has(signs, RUSSIAN) && declared.equals("uk")) {
            return "ru";
        }
        return CYRILLIC.contains(declared) ? declared : "ru";
    }

    private static String arabic(String declared, String text) {
        if (ARABIC.contains(declared)) {
            return declared;
        }
        int signs = signs(text);
        if (has(signs, URDU)) {
            return "ur";
        }
        if (has(signs, PASHTO)) {
            return "ps";
        }
        return has(signs, PERSIAN) ? "fa" : "ar";
    }

    /** Which languages' own letters stand in the text, in one pass. */
    private static int signs(String text) {
        int signs = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            signs |= c < SIGNS.length ? SIGNS[c] : 0;
        }
        return signs;
    }

    private static boolean has(int signs, int sign) {
        return (signs & sign) != 0;
    }

    private static byte[] letters() {
        byte[] letters = new byte[0x700];
        mark(letters, "ўЎ", BELARUSIAN);
        mark(letters, "ђћџљњЂЋЏЉЊ", SERBIAN);
        mark(letters, "іїєґІЇЄҐ", UKRAINIAN);
        mark(letters, "ыэёъЫЭЁЪ", RUSSIAN);
        mark(letters, "ٹڈڑے", URDU);
        mark(letters, "ښټډړ", PASHTO);
        mark(letters, "پچگژ", PERSIAN);
        return letters;
    }

    private static void mark(byte[] letters, String ofLanguage, int sign) {
        ofLanguage.chars().forEach(letter -> letters[letter] |= (byte) sign);
    }
}
