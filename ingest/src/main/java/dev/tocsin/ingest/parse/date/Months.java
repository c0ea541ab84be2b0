package dev.tocsin.ingest.parse.date;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names of months in the languages of the world's feeds, whole or shortened to three letters. */
final class Months {
    private static final List<String> ENGLISH =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final Set<String> DAYS = Set.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String LANGUAGES =
            "en de fr es it pt nl sv da nb fi et lv lt pl cs sk sl hr sr mk bg ru uk be ro hu el tr"
                    + " sq ca he ar fa ur hi bn th vi id";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int SHORTEST = 3;

    private Months() {}

    /** The month that a word names in English; the word is in lower case. */
    static Optional<Month> english(String word) {
        int index = word.length() < SHORTEST ? -1 : ENGLISH.indexOf(word.substring(0, SHORTEST));
        return index < 0 ? Optional.empty() : Optional.of(Month.of(index + 1));
    }

    /** The month that a word names or begins to name in any language but English. */
    static Optional<Month> foreign(String word) {
        String letters = plain(word);
        if (letters.length() < SHORTEST || DAYS.contains(letters)) {
            return Optional.empty();
        }
        Map.Entry<String, Month> entry = Foreign.NAMES.ceilingEntry(letters);
        return Optional.ofNullable(entry)
                .filter(found -> found.getKey().startsWith(letters))
                .map(Map.Entry::getValue);
    }

    private static String plain(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Loaded when the first word comes that is not English. */
    private static final class Foreign {
        static final TreeMap<String, Month> NAMES = names();

        private static TreeMap<String, Month> names() {
            TreeMap<String, Month> names = new TreeMap<>();
            for (String language : LANGUAGES.split(" ")) {
                for (Month month : Month.values()) {
                    add(names, month, Locale.of(language));
                }
            }
            return names;
        }

        private static void add(TreeMap<String, Month> names, Month month, Locale locale) {
            for (TextStyle style :
                    List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                String name = month.getDisplayName(style, locale).toLowerCase(locale);
                String word = plain(name).replace(".", "").strip();
                if (word.length() >= SHORTEST && word.chars().noneMatch(Character::isDigit)) {
                    names.putIfAbsent(word, month);
                }
            }
        }
    }
}
