package dev.tocsin.enrich.text;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the place, day and agency off the beginning of a text: where a report was filed is not what
 * it is about.
 */
final class Datelines {

    /** A dateline ends within so many characters, or there is none. */
    private static final int LONGEST = 110;

    private static final Pattern SOURCE_BRACKET = Pattern.compile("^\\[[^\\]\\n]{2,40}\\] ?");

    private static final String PLACE =
            "\\p{Lu}[\\p{L}.'’-]*+(?:[ ,/]{1,2}\\p{Lu}[\\p{L}.'’-]*+){0,5}";
    private static final String DAY =
            "(?:,? (?:\\p{Lu}\\p{L}{2,9}\\.? [0-9]{1,2}|[0-9]{1,2}\\.? \\p{L}{3,10})(?:,? [0-9]{4})?\\.?)?";
    private static final String AGENCY = " ?(?:\\([^()\\n]{2,40}\\)|/[^/\\n]{2,40}/)";
    private static final String DASH = " ?(?:--?-?|–|—|:)";

    /** "KYIV, May 21 (Agency) -", "MOSCOW, May 21. /TASS/.", "(AP) --". */
    private static final Pattern WITH_AGENCY =
            Pattern.compile("^(?:" + PLACE + DAY + ")?" + AGENCY + "(?:\\.-?|" + DASH + ")(?: |$)");

    /** "TEHRAN (Tasnim) Iran's ..." without any dash. */
    private static final Pattern CAPITALS_AND_AGENCY =
            Pattern.compile("^[\\p{Lu}][\\p{Lu} .,-]{2,40}" + DAY + "\\([^()\\n]{2,30}\\) ");

    /** "Port Sudan --", "WASHINGTON —", "CNN —", "AP -". */
    private static final Pattern PLACE_AND_DASH =
            Pattern.compile("^" + PLACE + DAY + " (?:--+|–|—|-) ");

    /** "МОСКВА. 21 мая. АГЕНТСТВО -". */
    private static final Pattern STOPS =
            Pattern.compile(
                    "^[\\p{Lu}][\\p{Lu} -]{2,30}\\. [0-9]{1,2} \\p{L}{3,10}\\. \\p{Lu}[\\p{L}./-]{2,20}(?:\\.| [-–—])(?: |$)");

    /** Scripts without capitals: a few words, an agency in brackets, a dash. */
    private static final Pattern WITHOUT_CAPITALS =
            Pattern.compile(
                    "^[\\p{IsArabic}\\p{IsHebrew}\\p{IsDevanagari} ،,/]{2,40}+[(（][^()（）\\n]{2,30}[)）] ?[-–—:]+ ");

    /** "新华社北京5月21日电（记者…）". */
    private static final Pattern CHINESE_WIRE =
            Pattern.compile(
                    "^\\p{IsHan}{2,10}[0-9]{1,2}月[0-9]{1,2}日(?:电|電)(?:[（(][^（）()\\n]{1,40}[）)])? ?");

    /**
     * @param mayBeIn tells cheaply of most texts that they do not begin so
     */
    private record Form(Pattern pattern, Predicate<String> mayBeIn) {}

    private static final List<Form> FORMS =
            List.of(
                    new Form(WITH_AGENCY, head -> holds(head, "(/")),
                    new Form(CAPITALS_AND_AGENCY, head -> holds(head, "(")),
                    new Form(PLACE_AND_DASH, head -> holds(head, "-–—")),
                    new Form(STOPS, Datelines::shouts),
                    new Form(WITHOUT_CAPITALS, head -> holds(head, "(（")),
                    new Form(CHINESE_WIRE, head -> holds(head, "电電")));

    private Datelines() {}

    static String strip(String text) {
        String head = text.substring(0, Math.min(LONGEST, text.length()));
        int from = head.startsWith("[") ? bracketEnd(head) : 0;
        int to = from + end(head.substring(from), from > 0);
        return to == 0 ? text : text.substring(to).strip();
    }

    private static boolean holds(String head, String signs) {
        for (int i = 0; i < signs.length(); i++) {
            if (head.indexOf(signs.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean shouts(String head) {
        return head.length() > 2
                && Character.isUpperCase(head.charAt(0))
                && !Character.isLowerCase(head.charAt(1));
    }

    private static int bracketEnd(String head) {
        Matcher bracket = SOURCE_BRACKET.matcher(head);
        return bracket.find() ? bracket.end() : 0;
    }

    private static int end(String head, boolean bracketed) {
        for (Form form : FORMS) {
            if (form.mayBeIn().test(head)) {
                Matcher matcher = form.pattern().matcher(head);
                if (matcher.find() && isDateline(form.pattern(), matcher.group(), bracketed)) {
                    return matcher.end();
                }
            }
        }
        return 0;
    }

    /**
     * A sentence may begin with a name and a dash as well; a dateline shouts or follows its source.
     */
    private static boolean isDateline(Pattern pattern, String found, boolean bracketed) {
        if (pattern != PLACE_AND_DASH || bracketed || found.contains("--")) {
            return true;
        }
        int comma = found.indexOf(',');
        String place = comma < 0 ? found : found.substring(0, comma);
        return place.codePoints().noneMatch(Character::isLowerCase);
    }
}
