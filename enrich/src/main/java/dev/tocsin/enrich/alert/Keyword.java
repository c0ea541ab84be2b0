package dev.tocsin.enrich.alert;

import dev.tocsin.enrich.match.Meaning;
import dev.tocsin.enrich.taxonomy.Term;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word or phrase of a rule. It is written as a term of the taxonomy: {@code *} for any ending,
 * {@code !} if capitals count, and {@code uk:} before it if it is looked for in one language only.
 *
 * @param text without the marks of language and case
 * @param language ISO 639-1, {@link Term#ANY} for all
 */
public record Keyword(String written, String text, String language, boolean caseSensitive)
        implements Meaning {

    private static final Pattern BOUND = Pattern.compile("[a-z]{2}:.+", Pattern.DOTALL);
    private static final String UNKNOWN_LANGUAGE = "und";

    static Keyword of(String written) {
        boolean bound = BOUND.matcher(written).matches();
        String text = (bound ? written.substring(3) : written).strip();
        boolean caseSensitive = text.endsWith("!");
        return new Keyword(
                written,
                caseSensitive ? text.substring(0, text.length() - 1) : text,
                bound ? written.substring(0, 2) : Term.ANY,
                caseSensitive);
    }

    /** The keyword as it is written in a rule. */
    public static String written(Term term) {
        String prefix = term.language().equals(Term.ANY) ? "" : term.language() + ":";
        return prefix + term.text() + (term.caseSensitive() ? "!" : "");
    }

    /** Capitals make no difference, unless they are asked for. */
    Term term() {
        return new Term(
                caseSensitive ? text : text.toLowerCase(Locale.ROOT), Term.ANY, caseSensitive);
    }

    /** What people read as the reason. */
    String reason() {
        return text + (caseSensitive ? "!" : "");
    }

    boolean isOfLanguage(String articleLanguage) {
        return language.equals(Term.ANY)
                || language.equals(articleLanguage)
                || articleLanguage.equals(UNKNOWN_LANGUAGE);
    }
}
