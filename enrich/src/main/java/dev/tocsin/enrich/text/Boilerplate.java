package dev.tocsin.enrich.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes away what aggregators and publishers put around a text: pointers to the rest, bylines,
 * ages, notices.
 */
final class Boilerplate {

    private static final int LONGEST_LINE = 160;

    /** How near the end an ending has to stand, in characters. */
    private static final int TAIL = 400;

    private static final List<String> ENDINGS =
            List.of(
                    "read entire article",
                    "continue reading",
                    "read more",
                    "read the full story",
                    "read full article",
                    "read the full article",
                    "click here to read",
                    "lire la suite",
                    "leer más",
                    "seguir leyendo",
                    "weiterlesen",
                    "читать далее",
                    "читати далі",
                    "اقرأ المزيد",
                    "the post ");

    private static final Pattern AGE =
            Pattern.compile(
                    "(?:about |over )?[0-9]{1,3} (?:min|minute|hour|day|week|month)s? ago(?: [0-9]{1,6})?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern BYLINE =
            Pattern.compile(
                    "(?:By|Von|Par|Por) \\p{Lu}[\\p{L}.'’-]+(?:,? (?:and |und |et |y )?\\p{Lu}[\\p{L}.'’-]+){1,6}");
    private static final List<String> NOTICES =
            List.of(
                    "this material may not be published",
                    "all rights reserved",
                    "sign up for our",
                    "subscribe to our newsletter",
                    "follow us on",
                    "we use cookies",
                    "this website uses cookies",
                    "advertisement",
                    "support our journalism");

    private Boilerplate() {}

    static String strip(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.lines()
                .filter(line -> !isBoilerplate(line))
                .forEach(line -> kept.append(line).append('\n'));
        return withoutEnding(kept.toString().strip());
    }

    private static boolean isBoilerplate(String line) {
        String bare = line.strip();
        if (bare.length() > LONGEST_LINE * 4) {
            return false;
        }
        String lower = bare.toLowerCase(Locale.ROOT);
        boolean notice = NOTICES.stream().anyMatch(lower::startsWith);
        boolean shortLine = bare.length() <= LONGEST_LINE;
        return notice
                || (shortLine && (AGE.matcher(bare).matches() || BYLINE.matcher(bare).matches()));
    }

    private static String withoutEnding(String text) {
        int from = Math.max(0, text.length() - TAIL);
        String tail = text.substring(from).toLowerCase(Locale.ROOT);
        // Lower case may change the length in a few scripts; offsets would then be wrong.
        if (tail.length() != text.length() - from) {
            return text;
        }
        int cut = tail.length();
        for (String ending : ENDINGS) {
            int at = tail.lastIndexOf(ending);
            cut = at >= 0 && isEnding(tail, at, ending) ? Math.min(cut, at) : cut;
        }
        return text.substring(0, from + cut).strip();
    }

    private static boolean isEnding(String tail, int at, String ending) {
        if (ending.equals("the post ")) {
            return tail.indexOf(" appeared first on ", at) > 0;
        }
        boolean begins =
                at == 0
                        || !Character.isLetterOrDigit(tail.charAt(at - 1))
                                && sentenceBefore(tail, at);
        return begins && tail.length() - at <= ending.length() + 120;
    }

    private static boolean sentenceBefore(String tail, int at) {
        for (int i = at - 1; i >= 0; i--) {
            char c = tail.charAt(i);
            if (c == '\n') {
                return true;
            }
            if (c != ' ') {
                return !Character.isLetterOrDigit(c) && c != ',';
            }
        }
        return true;
    }
}
