package dev.tocsin.enrich.place;

import dev.tocsin.enrich.taxonomy.Term;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What countries are called in many languages, from the CLDR data of the JDK. */
final class CountryNames {

    private static final List<String> LANGUAGES =
            List.of(
                    "en", "fr", "es", "de", "ru", "uk", "ar", "he", "fa", "tr", "zh", "pt", "sw",
                    "fi", "it", "pl", "nl", "ja", "ko", "hi");

    /** Languages whose names take endings that are too many to list. */
    private static final Set<String> STEMMED = Set.of("fi", "tr", "pl");

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
        return display.equals(code)
                ? List.of()
                : Arrays.stream(PARENTHESES.split(display))
                        .map(String::strip)
                        .filter(name -> name.length() > 1)
                        .filter(name -> !WORDS.contains(language + ":" + name))
                        .toList();
    }

    private List<String> inflected(String name, String code, String language) {
        if (name.contains(" ") || name.contains("-")) {
            return List.of(name);
        }
        if (language.equals("ru") || language.equals("uk")) {
            return SlavicForms.of(name);
        }
        String stem = name.replaceFirst("[aäeioyąę]$", "");
        boolean star =
                STEMMED.contains(language)
                        && stem.length() >= SHORTEST_STEM
                        && others(code, language).noneMatch(other -> other.startsWith(stem));
        return List.of(star ? stem + "*" : name);
    }

    private Stream<String> others(String code, String language) {
        return namesByLanguage.getOrDefault(language, Map.of()).entrySet().stream()
                .filter(other -> !other.getKey().equals(code))
                .flatMap(other -> other.getValue().stream());
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
