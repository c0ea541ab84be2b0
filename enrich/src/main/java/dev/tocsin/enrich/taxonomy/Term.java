package dev.tocsin.enrich.taxonomy;

/**
 * Words to look for, as written in the taxonomy.
 *
 * @param text the words; a word that ends in {@code *} stands for every word with that beginning
 * @param language ISO 639-1 of the list that the term stands in, "any" outside language lists
 * @param caseSensitive whether capitals must agree, for acronyms and names that are also words
 */
public record Term(String text, String language, boolean caseSensitive)
        implements Comparable<Term> {

    /** Language of terms that stand outside language lists. */
    public static final String ANY = "any";

    @Override
    public int compareTo(Term other) {
        int byLanguage = language.compareTo(other.language);
        int byText = byLanguage != 0 ? byLanguage : text.compareTo(other.text);
        return byText != 0 ? byText : Boolean.compare(caseSensitive, other.caseSensitive);
    }
}
