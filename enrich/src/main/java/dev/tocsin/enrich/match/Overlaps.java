package dev.tocsin.enrich.match;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BiPredicate;

/**
 * Which finds of a passage stand within which others. Looks only at those that may reach so far, so
 * that a long passage takes time linear in its finds.
 */
public final class Overlaps {

    private final List<Found> finds;
    private final int longest;

    /**
     * @param finds by first word
     */
    public Overlaps(List<Found> finds) {
        this.finds = List.copyOf(finds);
        int words = 0;
        for (Found found : finds) {
            words = Math.max(words, found.last() - found.first());
        }
        this.longest = words;
    }

    /**
     * Whether a find stands within another, or itself, of which something holds.
     *
     * @param at position of the find
     * @param relation asked with the outer find first
     */
    public boolean isWithin(int at, BiPredicate<Found, Found> relation) {
        return around(at, relation) != null;
    }

    /** The find that it stands within, null if there is none. */
    public @Nullable Found around(int at, BiPredicate<Found, Found> relation) {
        Found inner = finds.get(at);
        int from = at;
        while (from > 0 && finds.get(from - 1).first() >= inner.first() - longest) {
            from--;
        }
        for (int i = from; i < finds.size() && finds.get(i).first() <= inner.first(); i++) {
            Found outer = finds.get(i);
            if (outer.covers(inner) && relation.test(outer, inner)) {
                return outer;
            }
        }
        return null;
    }
}
