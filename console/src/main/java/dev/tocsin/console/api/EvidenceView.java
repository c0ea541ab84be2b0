package dev.tocsin.console.api;

/**
 * Words of the article that speak for a tag.
 *
 * @param term as the taxonomy has it
 * @param role {@code STRONG}, {@code WEAK}, {@code PAIR} or {@code CONTEXT}
 * @param field {@code TITLE}, {@code SUMMARY} or {@code BODY}
 * @param start UTF-16 offset into the field, inclusive
 * @param end UTF-16 offset into the field, exclusive
 * @param text the matched characters
 * @param weight what they added to the score, to three decimals
 */
public record EvidenceView(
        String term, String role, String field, int start, int end, String text, double weight) {
    public EvidenceView {
        weight = rounded(weight);
    }

    static double rounded(double figure) {
        return Math.round(figure * 1000) / 1000.0;
    }
}
