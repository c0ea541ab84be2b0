package dev.tocsin.enrich.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes the publisher's name off the end of a title, where aggregators put it. */
final class Titles {

    private static final List<String> DASHES = List.of(" - ", " – ", " — ", " | ", " :: ", " • ");
    private static final int SHORTEST_TITLE_WORDS = 3;
    private static final int LONGEST_NAME_WORDS = 5;
    private static final int MOST_SUFFIXES = 3;

    /** Words that only publishers' names are made of, folded. */
    private static final Set<String> PUBLISHERS =
            Set.of(
                    "reuters",
                    "ap",
                    "afp",
                    "bbc",
                    "cnn",
                    "news",
                    "times",
                    "post",
                    "guardian",
                    "herald",
                    "tribune",
                    "journal",
                    "gazette",
                    "jazeera",
                    "politico",
                    "axios",
                    "bloomberg",
                    "france24",
                    "france",
                    "dw",
                    "rfi",
                    "rt",
                    "tass",
                    "interfax",
                    "ukrinform",
                    "newsweek",
                    "telegraph",
                    "independent",
                    "daily",
                    "press",
                    "agency",
                    "magazine",
                    "tv",
                    "radio",
                    "online",
                    "npr",
                    "pbs",
                    "cbs",
                    "nbc",
                    "abc",
                    "msnbc",
                    "euronews",
                    "yahoo",
                    "msn",
                    "allafrica",
                    "figaro",
                    "monde",
                    "spiegel",
                    "zeit",
                    "welt",
                    "pais",
                    "mundo",
                    "haaretz",
                    "jpost",
                    "anadolu",
                    "xinhua",
                    "globe",
                    "mail",
                    "chronicle",
                    "observer",
                    "standard",
                    "economist",
                    "forbes",
                    "cnbc",
                    "voa",
                    "hill",
                    "examiner",
                    "today",
                    "review",
                    "inquirer",
                    "dpa",
                    "efe",
                    "ansa",
                    "lusa",
                    "kyodo",
                    "yonhap",
                    "ria",
                    "unian",
                    "meduza",
                    "kommersant",
                    "pravda",
                    "rferl",
                    "yle",
                    "svt",
                    "nhk",
                    "cna",
                    "scmp",
                    "dawn",
                    "hindu",
                    "infobae",
                    "clarin",
                    "folha",
                    "globo",
                    "repubblica",
                    "corriere",
                    "liberation",
                    "ouest",
                    "20minutes",
                    "tagesschau",
                    "faz",
                    "taz",
                    "heute",
                    "jeune",
                    "ynet",
                    "aljazeera",
                    "arabiya",
                    "telesur",
                    "tvn24",
                    "hurriyet",
                    "sabah",
                    "dailysabah",
                    "тасс",
                    "риа",
                    "интерфакс",
                    "коммерсантъ",
                    "рбк",
                    "униан",
                    "укринформ",
                    "укрінформ",
                    "уніан",
                    "رويترز",
                    "سبوتنيك",
                    "الاناضول",
                    "dabanga",
                    "premium",
                    "substack",
                    "wsj",
                    "latimes",
                    "usatoday");

    private Titles() {}

    static String withoutPublisher(String title) {
        String rest = withoutBy(title);
        for (int i = 0; i < MOST_SUFFIXES; i++) {
            int cut = suffix(rest);
            if (cut < 0) {
                return rest;
            }
            rest = rest.substring(0, cut).stripTrailing();
        }
        return rest;
    }

    /** Some feeds end every title with "By" and the agency. */
    private static String withoutBy(String title) {
        int by = title.lastIndexOf(" By ");
        boolean agency = by > 0 && Tokenizer.tokenize(title.substring(by + 4)).count() == 1;
        return agency && isPublisher(title.substring(by + 4)) ? title.substring(0, by) : title;
    }

    private static int suffix(String title) {
        int best = -1;
        String dash = "";
        for (String each : DASHES) {
            int at = title.lastIndexOf(each);
            if (at > best) {
                best = at;
                dash = each;
            }
        }
        return best > 0 && isSuffix(title, best, dash) ? best : -1;
    }

    private static boolean isSuffix(String title, int at, String dash) {
        String name = title.substring(at + dash.length());
        int words = Tokenizer.tokenize(name).count();
        if (Tokenizer.tokenize(title.substring(0, at)).count() < SHORTEST_TITLE_WORDS
                || words > LONGEST_NAME_WORDS) {
            return false;
        }
        return words == 0 || dash.equals(" | ") || isPublisher(name);
    }

    private static boolean isPublisher(String name) {
        if (isDomain(name.strip())) {
            return true;
        }
        Tokens words = Tokenizer.tokenize(name);
        for (int i = 0; i < words.count(); i++) {
            boolean capital = !Character.isLowerCase(name.charAt(words.start(i)));
            if (capital && PUBLISHERS.contains(words.folded(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDomain(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 1 || name.indexOf(' ') >= 0 || name.length() - dot > 5) {
            return false;
        }
        String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return ending.length() >= 2 && ending.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
