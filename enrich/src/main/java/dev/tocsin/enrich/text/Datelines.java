package dev.tocsin.enrich.text;

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

    private static final Pattern[] PATTERNS = {
        WITH_AGENCY, CAPITALS_AND_AGENCY, PLACE_AND_DASH, STOPS, WITHOUT_CAPITALS, CHINESE_WIRE
    };

    private Datelines() {}

    static String strip(String text) {
        String head = text.substring(0, Math.min(LONGEST, text.length()));
        Matcher bracket = SOURCE_BRACKET.matcher(head);
        int from = bracket.find() ? bracket.end() : 0;
        int to = from + end(head.substring(from), from > 0);
        return to == 0 ? text : text.substring(to).strip();
    }

    private static int end(String head, boolean bracketed) {
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(head);
            if (matcher.find() && isDateline(pattern, matcher.group(), bracketed)) {
                return matcher.end();
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
