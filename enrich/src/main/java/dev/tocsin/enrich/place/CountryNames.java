package dev.tocsin.enrich.place;

import dev.tocsin.enrich.taxonomy.Term;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What countries are called in many languages, from the CLDR data of the JDK. */
final class CountryNames {

    private static final List<String> LANGUAGES =
            List.of(
                    "en", "fr", "es", "de", "ru", "uk", "ar", "he", "fa", "tr", "zh", "pt", "sw",
                    "fi", "it", "pl", "nl", "ja", "ko", "hi");

    /** Languages whose names take endings that are too many to list. */
    private static final Set<String> STEMMED = Set.of("fi", "tr", "pl");

    /** Vowels that inflected forms go without. */
    private static final String ENDINGS = "aäeioyąę";

    private static final int SHORTEST_STEM = 5;

    /** Names that are everyday words of their language. */
    private static final Set<String> WORDS = Set.of("ru:Того", "uk:Того", "fi:Oman");

    private static final Pattern PARENTHESES = Pattern.compile("[()（）]");

    private final Map<String, Map<String, List<String>>> namesByLanguage = new LinkedHashMap<>();

    /**
     * @param codes ISO 3166-1 alpha-2 of all countries there are to be
     */
    CountryNames(List<String> codes) {
        for (String language : LANGUAGES) {
            Map<String, List<String>> names = new LinkedHashMap<>();
            codes.forEach(code -> names.put(code, names(code, language)));
            namesByLanguage.put(language, names);
        }
    }

    List<Term> of(String code) {
        Set<Term> names = new LinkedHashSet<>();
        namesByLanguage.forEach((language, byCode) -> {
            for (String name : byCode.getOrDefault(code, List.of())) {
                inflected(name, code, language)
                        .forEach(form -> names.add(new Term(form, bound(form, language), false)));
            }
        });
        return List.copyOf(names);
    }

    /** "Myanmar (Burma)" is two names. */
    private static List<String> names(String code, String language) {
        String display = Locale.of("", code).getDisplayCountry(Locale.of(language));
        List<String> names = new ArrayList<>(1);
        if (!display.equals(code)) {
            for (String part : PARENTHESES.split(display)) {
                String name = part.strip();
                if (name.length() > 1 && !WORDS.contains(language + ":" + name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private List<String> inflected(String name, String code, String language) {
        if (name.contains(" ") || name.contains("-")) {
            return List.of(name);
        }
        if (language.equals("ru") || language.equals("uk")) {
            return SlavicForms.of(name);
        }
        return STEMMED.contains(language) ? List.of(stemmed(name, code, language)) : List.of(name);
    }

    private String stemmed(String name, String code, String language) {
        int last = name.length() - 1;
        String stem = ENDINGS.indexOf(name.charAt(last)) < 0 ? name : name.substring(0, last);
        return stem.length() >= SHORTEST_STEM && !beginsAnother(stem, code, language)
                ? stem + "*"
                : name;
    }

    private boolean beginsAnother(String stem, String code, String language) {
        for (var other : namesByLanguage.getOrDefault(language, Map.of()).entrySet()) {
            if (!other.getKey().equals(code)) {
                for (String name : other.getValue()) {
                    if (name.startsWith(stem)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Only Latin letters are shared by languages that have nothing to do with each other. */
    private static String bound(String name, String language) {
        return UnicodeScript.of(name.codePointAt(0)) == UnicodeScript.LATIN ? language : Term.ANY;
    }

    /** The cases of a Russian or Ukrainian name of one word. */
    static final class SlavicForms {

        private static final List<String> CONSONANT = List.of("", "а", "у", "ом", "ем", "е", "і");
        private static final List<String> SOFT = List.of("ь", "я", "ю", "ем", "ем", "е", "і");
        private static final List<String> SHORT_I = List.of("й", "я", "ю", "ем", "єм", "е", "ї");
        private static final List<String> A = List.of("а", "ы", "и", "е", "у", "ой", "і", "ою");
        private static final List<String> YA = List.of("я", "и", "ю", "ей", "ї", "єю");

        private SlavicForms() {}

        static List<String> of(String name) {
            String stem = name.substring(0, name.length() - 1);
            return switch (name.charAt(name.length() - 1)) {
                case 'а' -> forms(stem, A);
                case 'я' -> forms(stem, YA);
                case 'ь' -> forms(stem, SOFT);
                case 'й' -> forms(stem, SHORT_I);
                case 'о', 'и', 'і', 'у', 'е', 'э', 'ю' -> List.of(name);
                default -> forms(name, CONSONANT);
            };
        }

        private static List<String> forms(String stem, List<String> endings) {
            List<String> forms = new ArrayList<>();
            endings.stream().distinct().forEach(ending -> forms.add(stem + ending));
            return forms;
        }
    }
}
