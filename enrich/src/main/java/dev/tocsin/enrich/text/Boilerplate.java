package dev.tocsin.enrich.text;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Takes away what aggregators and publishers put around a text: pointers to the rest, bylines,
 * ages, notices.
 */
final class Boilerplate {

    private static final int LONGEST_LINE = 160;
    private static final int LONGEST_AGE = 40;

    /** What may stand behind the words of an ending, in characters. */
    private static final int LONGEST_REST = 120;

    /** How near the end an ending has to stand, in characters. */
    private static final int TAIL = 400;

    private static final Openings ENDINGS =
            Openings.of(
                    "read entire article",
                    "continue reading",
                    "keep reading",
                    "read more",
                    "read the rest",
                    "read the full story",
                    "read full story",
                    "read full article",
                    "read the full article",
                    "read in full",
                    "click here to read",
                    "view entire post",
                    "(reporting by",
                    "lire la suite",
                    "lire l'article complet",
                    "en savoir plus",
                    "leer más",
                    "seguir leyendo",
                    "sigue leyendo",
                    "leer nota completa",
                    "weiterlesen",
                    "mehr lesen",
                    "zum artikel",
                    "leia mais",
                    "continue lendo",
                    "leggi tutto",
                    "continua a leggere",
                    "lees meer",
                    "läs mer",
                    "lue lisää",
                    "czytaj więcej",
                    "devamını oku",
                    "читать далее",
                    "читать дальше",
                    "читать полностью",
                    "читати далі",
                    "детальніше",
                    "اقرأ المزيد",
                    "للمزيد",
                    "اقرأ أيضا",
                    "ادامه مطلب",
                    "بیشتر بخوانید",
                    "קרא עוד",
                    "לכתבה המלאה",
                    "阅读全文",
                    "查看全文",
                    "और पढ़ें",
                    "soma zaidi");

    /** Sentences with which blogs name themselves at the end: how they begin and how they go on. */
    private static final Map<String, String> SIGNATURES =
            Map.ofEntries(
                    Map.entry("the post ", " appeared first on "),
                    Map.entry("the article ", " appeared first on "),
                    Map.entry("this article ", " first appeared on "),
                    Map.entry("this story ", " was originally published "),
                    Map.entry("l'article ", " est apparu en premier sur "),
                    Map.entry("cet article ", " est apparu en premier sur "),
                    Map.entry("la entrada ", " se publicó primero en "),
                    Map.entry("der beitrag ", " erschien zuerst auf "),
                    Map.entry("o post ", " apareceu primeiro em "),
                    Map.entry("l'articolo ", " proviene da "),
                    Map.entry("сообщение ", " появились сначала на "));

    private static final Openings SIGNED = Openings.of(SIGNATURES.keySet());

    private static final Pattern AGE =
            Pattern.compile(
                    "(?:about |over )?[0-9]{1,3} (?:min|minute|hour|day|week|month)s? ago(?: [0-9]{1,6})?",
                    Pattern.CASE_INSENSITIVE);
    private static final String BYLINE_INITIALS = "BVPDTА";
    private static final Pattern BYLINE =
            Pattern.compile(
                    "(?:By|Von|Par|Por|Di|Texte :|Text:|Автор:|Автори:|Авторы:) \\p{Lu}[\\p{L}.'’-]+(?:,? (?:and |und |et |y )?\\p{Lu}[\\p{L}.'’-]+){1,6}");
    private static final Openings NOTICES =
            Openings.of(
                    "this material may not be published",
                    "all rights reserved",
                    "copyright ©",
                    "sign up for our",
                    "sign up to",
                    "subscribe to our",
                    "follow us on",
                    "join our whatsapp",
                    "join our telegram",
                    "download our app",
                    "we use cookies",
                    "this website uses cookies",
                    "advertisement",
                    "support our journalism",
                    "listen to this article",
                    "share this article",
                    "image source",
                    "image caption",
                    "file photo",
                    "photo:",
                    "reporting by ",
                    "editing by ",
                    "also read",
                    "read also",
                    "see also",
                    "related:",
                    "lire aussi",
                    "à lire aussi",
                    "abonnez-vous",
                    "inscrivez-vous",
                    "lea también",
                    "lee también",
                    "suscríbete",
                    "síguenos",
                    "lesen sie auch",
                    "mehr zum thema",
                    "abonnieren sie",
                    "leia também",
                    "leggi anche",
                    "iscriviti",
                    "lue myös",
                    "ayrıca okuyun",
                    "читайте также",
                    "подписывайтесь на",
                    "читайте також",
                    "підписуйтесь на",
                    "اقرأ أيضا",
                    "اقرا ايضا",
                    "تابعنا على",
                    "اشترك في",
                    "بیشتر بخوانید",
                    "קראו גם",
                    "soma pia");

    private Boilerplate() {}

    static String strip(String text) {
        return withoutEnding(withoutLines(text));
    }

    private static String withoutLines(String text) {
        if (text.indexOf('\n') < 0) {
            return isBoilerplate(text) ? "" : text.strip();
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.lines()
                .filter(line -> !isBoilerplate(line))
                .forEach(line -> kept.append(line).append('\n'));
        return kept.toString().strip();
    }

    private static boolean isBoilerplate(String line) {
        String bare = line.strip();
        if (bare.length() > LONGEST_LINE * 4) {
            return false;
        }
        return isNotice(bare) || isAge(bare) || isByline(bare);
    }

    private static boolean isNotice(String line) {
        return NOTICES.standAt(line, 0, _ -> true);
    }

    private static boolean isAge(String line) {
        return line.length() <= LONGEST_AGE && AGE.matcher(line).matches();
    }

    private static boolean isByline(String line) {
        return line.length() <= LONGEST_LINE
                && !line.isEmpty()
                && BYLINE_INITIALS.indexOf(line.charAt(0)) >= 0
                && BYLINE.matcher(line).matches();
    }

    private static String withoutEnding(String text) {
        int from = Math.max(0, text.length() - TAIL);
        String tail = text.substring(from);
        boolean sentenceBegins = true;
        for (int at = 0; at < tail.length(); at++) {
            if (sentenceBegins && (isEnding(tail, at) || isSigned(tail, at))) {
                return text.substring(0, from + at).strip();
            }
            sentenceBegins = beginsBehind(tail.charAt(at), sentenceBegins);
        }
        return text;
    }

    /** Whether a sentence may begin behind a character. */
    private static boolean beginsBehind(char c, boolean before) {
        if (c >= 'a' && c <= 'z') {
            return false;
        }
        return c == ' ' ? before : !Character.isLetterOrDigit(c) && c != ',';
    }

    private static boolean isEnding(String tail, int at) {
        return ENDINGS.standAt(
                tail,
                at,
                ending ->
                        tail.length() - at <= ending.length() + LONGEST_REST
                                && isLast(tail, at, ending));
    }

    private static boolean isSigned(String tail, int at) {
        return SIGNED.standAt(
                tail, at, opening -> isLast(tail, at, opening) && goesOn(tail, at, opening));
    }

    private static boolean goesOn(String tail, int at, String opening) {
        String middle = Objects.requireNonNull(SIGNATURES.get(opening));
        return Openings.indexOf(middle, tail, at) > 0;
    }

    private static boolean isLast(String tail, int at, String words) {
        return Openings.indexOf(words, tail, at + 1) < 0;
    }
}
