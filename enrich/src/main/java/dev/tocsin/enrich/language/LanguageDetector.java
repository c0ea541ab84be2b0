package dev.tocsin.enrich.language;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells the language of an article: the script first, then what the feed declares, then function
 * words, and statistics where those do not decide. Thread-safe; the statistical model is loaded
 * when first needed.
 */
public final class LanguageDetector {

    /** What is returned when the language cannot be told. */
    public static final String UNKNOWN = "und";

    /** More of a text makes the answer slower, not better. */
    private static final int READ = 240;

    private static final int FEWEST_LETTERS = 12;

    private static final FunctionWords WORDS = FunctionWords.load();

    /**
     * ISO 639-1 of the text, "und" if it cannot be told. The declared language may be any tag, such
     * as "en-US".
     */
    public String detect(Optional<String> declared, String title, String summary) {
        String text = head(title) + "\n" + head(summary);
        String claimed = declared.map(LanguageDetector::primary).orElse("");
        Optional<UnicodeScript> script = Scripts.dominant(text);
        if (script.isEmpty()) {
            return claimed.isEmpty() ? UNKNOWN : claimed;
        }
        return Scripts.language(script.get(), claimed, text)
                .orElseGet(
                        () -> script.get() == UnicodeScript.LATIN ? latin(claimed, text) : UNKNOWN);
    }

    private String latin(String claimed, String text) {
        if (!claimed.isEmpty() && !Scripts.isForeignToLatin(claimed)) {
            return claimed;
        }
        Optional<String> told = WORDS.detect(text);
        if (told.isPresent()) {
            return told.get();
        }
        return hasEnoughLetters(text) ? Loaded.MODEL.detect(text).orElse(UNKNOWN) : UNKNOWN;
    }

    private static boolean hasEnoughLetters(String text) {
        int letters = 0;
        for (int at = 0; at < text.length() && letters < FEWEST_LETTERS; at++) {
            letters += Character.isLetter(text.charAt(at)) ? 1 : 0;
        }
        return letters == FEWEST_LETTERS;
    }

    private static String head(String text) {
        return text.substring(0, Math.min(READ, text.length()));
    }

    /** The language of a tag such as "en-US"; "" if it begins with none. */
    private static String primary(String tag) {
        String stripped = tag.strip();
        boolean two = stripped.length() >= 2 && isLetter(stripped, 0) && isLetter(stripped, 1);
        boolean ends = stripped.length() == 2 || (two && isHyphen(stripped.charAt(2)));
        String code = two && ends ? stripped.substring(0, 2).toLowerCase(Locale.ROOT) : "";
        return code.equals("xx") ? "" : code;
    }

    private static boolean isLetter(String text, int at) {
        char lower = Character.toLowerCase(text.charAt(at));
        return lower >= 'a' && lower <= 'z';
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '_';
    }

    /** Loads the model on first use, once. */
    private static final class Loaded {
        static final LatinModel MODEL = LatinModel.load();
    }
}
