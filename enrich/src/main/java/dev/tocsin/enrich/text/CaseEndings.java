package dev.tocsin.enrich.text;

import java.util.Locale;
import java.util.Set;

/**
 * Turkish writes the case endings of names behind an apostrophe: "Kiev'e", "Ukrayna'nın". Arabic
 * names in Latin letters have apostrophes of their own ("Sana'a", "Dar'a"), so an ending has to go
 * with the sound before it, and a short name keeps a single vowel.
 */
final class CaseEndings {

    private static final Locale TURKISH = Locale.of("tr");
    private static final int LONGEST = 5;
    private static final int SHORTEST_NAME = 3;
    private static final String VOWELS = "aeıioöuü";
    private static final Set<String> AFTER_CONSONANTS =
            Set.of("a", "e", "ı", "i", "u", "ü", "ın", "in", "un", "ün");
    private static final Set<String> AFTER_VOWELS =
            Set.of("ya", "ye", "yı", "yi", "yu", "yü", "nın", "nin", "nun", "nün", "yla", "yle");
    private static final Set<String> AFTER_ANY =
            Set.of(
                    "da", "de", "ta", "te", "dan", "den", "tan", "ten", "daki", "deki", "taki",
                    "teki");

    /** What makes members and things of an acronym. */
    private static final Set<String> AFTER_ACRONYMS =
            Set.of("lı", "li", "lu", "lü", "lılar", "liler", "lular", "lüler");

    private CaseEndings() {}

    /**
     * Whether nothing but a case ending stands between an apostrophe and the end of the word.
     *
     * @param start of the name before the apostrophe
     */
    static boolean follow(String text, int start, int apostrophe) {
        int end = apostrophe + 1;
        while (end < text.length() && Folding.kind(text.charAt(end)) == Folding.WORD) {
            end++;
            if (end - apostrophe > LONGEST + 1) {
                return false;
            }
        }
        return Character.isUpperCase(text.charAt(start))
                && goes(text, start, apostrophe, lowerCase(text, apostrophe + 1, end));
    }

    private static boolean goes(String text, int start, int apostrophe, String ending) {
        if (isShort(text, start, apostrophe)) {
            return ending.length() > 1
                    && (isAfterAny(ending)
                            || AFTER_CONSONANTS.contains(ending)
                            || AFTER_ACRONYMS.contains(ending));
        }
        int length = apostrophe - start;
        boolean vowel = isVowel(text.charAt(apostrophe - 1));
        return length >= SHORTEST_NAME + (ending.length() == 1 ? 1 : 0)
                && (AFTER_ANY.contains(ending)
                        || (vowel ? AFTER_VOWELS : AFTER_CONSONANTS).contains(ending));
    }

    /** Headlines may be in capitals throughout: "PKK'YA". */
    private static String lowerCase(String text, int start, int end) {
        return text.substring(start, end).toLowerCase(TURKISH);
    }

    /** Letters are spoken by their names, so that all endings go with them: "BM'ye", "ABD'nin". */
    private static boolean isShort(String text, int start, int apostrophe) {
        return apostrophe - start >= 2
                && text.substring(start, apostrophe).chars().allMatch(Character::isUpperCase);
    }

    private static boolean isAfterAny(String ending) {
        return AFTER_ANY.contains(ending) || AFTER_VOWELS.contains(ending);
    }

    private static boolean isVowel(char c) {
        return VOWELS.indexOf(Character.toLowerCase(c)) >= 0;
    }
}
