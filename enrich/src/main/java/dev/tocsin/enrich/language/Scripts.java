package dev.tocsin.enrich.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the letters of a text say about its language. */
final class Scripts {

    private static final Map<UnicodeScript, String> SINGLE = new EnumMap<>(UnicodeScript.class);
    private static final Set<String> CYRILLIC =
            Set.of("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg");
    private static final Set<String> ARABIC =
            Set.of("ar", "fa", "ur", "ps", "ckb", "ku", "sd", "ug");
    private static final Set<String> DEVANAGARI = Set.of("hi", "mr", "ne");
    private static final Set<String> ETHIOPIC = Set.of("am", "ti");

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
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> counts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        // Chinese characters are common in Japanese, kana never in Chinese.
        if (counts.containsKey(UnicodeScript.HIRAGANA) && counts.containsKey(UnicodeScript.HAN)) {
            return Optional.of(UnicodeScript.HIRAGANA);
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
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
        if (contains(text, "ўЎ")) {
            return "be";
        }
        if (contains(text, "ђћџљњЂЋЏЉЊ")) {
            return declared.equals("mk") ? "mk" : "sr";
        }
        boolean ukrainian = contains(text, "іїєґІЇЄҐ");
        boolean russian = contains(text, "ыэёъЫЭЁЪ");
        if (ukrainian && !russian) {
            return declared.equals("be") || declared.equals("kk") ? declared : "uk";
        }
        if (russian && declared.equals("uk")) {
            return "ru";
        }
        return CYRILLIC.contains(declared) ? declared : "ru";
    }

    private static String arabic(String declared, String text) {
        if (ARABIC.contains(declared)) {
            return declared;
        }
        if (contains(text, "ٹڈڑے")) {
            return "ur";
        }
        if (contains(text, "ښټډړ")) {
            return "ps";
        }
        return contains(text, "پچگژ") ? "fa" : "ar";
    }

    private static boolean contains(String text, String letters) {
        return text.chars().anyMatch(c -> letters.indexOf(c) >= 0);
    }
}
