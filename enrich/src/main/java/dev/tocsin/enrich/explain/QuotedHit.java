package dev.tocsin.enrich.explain;

import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.TextField;

import java.util.Locale;

/**
 * A piece of evidence in its place.
 *
 * @param role what the term is, in small letters
 * @param start UTF-16 offset of the first character in the cleaned text of the field
 * @param end offset after the last character
 * @param text as it stands there
 * @param quote a few words around the hit, the hit itself between square brackets
 */
public record QuotedHit(
        String term,
        String role,
        TextField field,
        int start,
        int end,
        String text,
        double weight,
        String quote) {
    private static final int AROUND = 40;

    /**
     * Evidence of a record with its quotation.
     *
     * @param field the cleaned text of its field
     */
    public static QuotedHit of(Evidence evidence, String field) {
        return new QuotedHit(
                evidence.getTerm(),
                evidence.getRole().name().toLowerCase(Locale.ROOT),
                evidence.getField(),
                evidence.getStart(),
                evidence.getEnd(),
                evidence.getText(),
                evidence.getWeight(),
                quote(evidence.getStart(), evidence.getEnd(), field));
    }

    /** A find as evidence. */
    public static QuotedHit of(Findings findings, Found found, String role, double weight) {
        int start = findings.start(found);
        int end = findings.end(found);
        return new QuotedHit(
                found.term().text(),
                role,
                findings.passage().field(),
                start,
                end,
                findings.matched(found),
                weight,
                quote(start, end, findings.passage().text()));
    }

    /**
     * A piece of a text as evidence.
     *
     * @param text the cleaned text of the field
     */
    public static QuotedHit of(
            String term,
            String role,
            TextField field,
            int start,
            int end,
            double weight,
            String text) {
        return new QuotedHit(
                term,
                role,
                field,
                start,
                end,
                text.substring(start, end),
                weight,
                quote(start, end, text));
    }

    /** The words of a find and their field, as part of a sentence: {@code “raid” (title)}. */
    public static String words(Findings findings, Found found) {
        return "“%s” (%s)"
                .formatted(
                        findings.matched(found),
                        findings.passage().field().name().toLowerCase(Locale.ROOT));
    }

    private static String quote(int start, int end, String text) {
        int from = wordStart(text, Math.max(0, start - AROUND), start);
        int to = wordEnd(text, Math.min(text.length(), end + AROUND), end);
        String quote =
                (from > 0 ? "…" : "")
                        + text.substring(from, start)
                        + "["
                        + text.substring(start, end)
                        + "]"
                        + text.substring(end, to)
                        + (to < text.length() ? "…" : "");
        return quote.replaceAll("\\s+", " ");
    }

    private static int wordStart(String text, int from, int hit) {
        int space = from == 0 ? -1 : text.indexOf(' ', from);
        return space < 0 || space >= hit ? from : space + 1;
    }

    private static int wordEnd(String text, int to, int hit) {
        int space = to == text.length() ? -1 : text.lastIndexOf(' ', to - 1);
        return space <= hit ? to : space;
    }
}
