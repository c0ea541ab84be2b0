package dev.tocsin.enrich.explain;

import dev.tocsin.schemas.Evidence;

/**
 * A piece of evidence in its place.
 *
 * @param quote a few words around the hit, the hit itself between square brackets
 */
public record QuotedHit(Evidence evidence, String quote) {
    private static final int AROUND = 40;

    static QuotedHit of(Evidence evidence, String text) {
        int start = evidence.getStart();
        int end = evidence.getEnd();
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
        return new QuotedHit(evidence, quote.replaceAll("\\s+", " "));
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
