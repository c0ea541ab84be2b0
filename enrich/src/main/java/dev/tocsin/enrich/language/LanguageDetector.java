package dev.tocsin.enrich.language;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells the language of an article: the script first, then what the feed declares, then statistics.
 * Thread-safe; the statistical model is loaded when first needed.
 */
public final class LanguageDetector {

    /** What is returned when the language cannot be told. */
    public static final String UNKNOWN = "und";

    /** More of a text makes the answer slower, not better. */
    private static final int READ = 240;

    private static final int FEWEST_LETTERS = 12;

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
        boolean enough = text.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS;
        return enough ? Loaded.MODEL.detect(text).orElse(UNKNOWN) : UNKNOWN;
    }

    private static String head(String text) {
        return text.substring(0, Math.min(READ, text.length()));
    }

    private static String primary(String tag) {
        String lower = tag.strip().toLowerCase(Locale.ROOT);
        String code = lower.split("[-_]", 2)[0];
        boolean valid = code.matches("[a-z]{2}") && !code.equals("xx");
        return valid ? code : "";
    }

    /** Loads the model on first use, once. */
    private static final class Loaded {
        static final LatinModel MODEL = LatinModel.load();
    }
}
