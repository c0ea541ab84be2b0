package dev.tocsin.enrich.match;

/**
 * A term found in a text.
 *
 * @param first number of the first token
 * @param last number of the last token
 */
public record Hit(Entry entry, int first, int last) {

    boolean covers(Hit other) {
        return first <= other.first && last >= other.last;
    }

    boolean isLongerThan(Hit other) {
        return last - first > other.last - other.first;
    }
}
