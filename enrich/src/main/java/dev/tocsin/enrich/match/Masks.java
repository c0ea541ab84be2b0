package dev.tocsin.enrich.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes away hits that a longer phrase explains: "Sudan" inside "South Sudan" is not Sudan, "war"
 * inside "price war" is no war.
 */
final class Masks {

    private Masks() {}

    /** Hits that stand; both lists by first token. */
    static List<Hit> apply(List<Hit> hits) {
        List<Hit> longer = new ArrayList<>();
        for (Hit hit : hits) {
            if (mayMask(hit)) {
                longer.add(hit);
            }
        }
        return longer.isEmpty() ? hits : unmasked(hits, longer);
    }

    private static boolean mayMask(Hit hit) {
        return hit.entry().role() == Role.MASK
                || (hit.last() > hit.first() && hit.entry().isName());
    }

    private static List<Hit> unmasked(List<Hit> hits, List<Hit> longer) {
        int length = longest(longer);
        List<Hit> kept = new ArrayList<>(hits.size());
        int from = 0;
        for (Hit hit : hits) {
            while (from < longer.size() && longer.get(from).first() + length <= hit.first()) {
                from++;
            }
            if (hit.entry().role() != Role.MASK && !isMasked(hit, longer, from)) {
                kept.add(hit);
            }
        }
        return kept;
    }

    private static int longest(List<Hit> hits) {
        int longest = 1;
        for (Hit hit : hits) {
            longest = Math.max(longest, hit.last() - hit.first() + 1);
        }
        return longest;
    }

    private static boolean isMasked(Hit hit, List<Hit> longer, int from) {
        for (int i = from; i < longer.size() && longer.get(i).first() <= hit.first(); i++) {
            if (masks(longer.get(i), hit)) {
                return true;
            }
        }
        return false;
    }

    private static boolean masks(Hit longer, Hit hit) {
        // A word of another world stays one: a war film is a film.
        if (hit.entry().role() == Role.EXCLUSION || !longer.covers(hit)) {
            return false;
        }
        int conflict = longer.entry().conflict();
        if (longer.entry().role() == Role.MASK) {
            return conflict == Entry.SHARED || conflict == hit.entry().conflict();
        }
        return longer.entry().isProperName()
                && hit.entry().isName()
                && conflict != hit.entry().conflict()
                && longer.isLongerThan(hit);
    }
}
