package dev.tocsin.enrich.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes away hits that a longer phrase explains: "Sudan" inside "South Sudan" is not Sudan, "war"
 * inside "price war" is no war.
 */
final class Masks {

    private Masks() {}

    static List<Hit> apply(List<Hit> hits) {
        List<Hit> kept = new ArrayList<>(hits.size());
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (hit.entry().role() != Role.MASK && !isMasked(hits, i)) {
                kept.add(hit);
            }
        }
        return kept;
    }

    // Hits come by first token, so whatever covers one stands a few places before or after it.
    private static boolean isMasked(List<Hit> hits, int at) {
        Hit hit = hits.get(at);
        for (int i = at - 1; i >= 0 && hits.get(i).first() > hit.first() - 8; i--) {
            if (masks(hits.get(i), hit)) {
                return true;
            }
        }
        for (int i = at + 1; i < hits.size() && hits.get(i).first() == hit.first(); i++) {
            if (masks(hits.get(i), hit)) {
                return true;
            }
        }
        return false;
    }

    private static boolean masks(Hit longer, Hit hit) {
        if (!longer.covers(hit)) {
            return false;
        }
        int conflict = longer.entry().conflict();
        if (longer.entry().role() == Role.MASK) {
            return conflict == Entry.SHARED || conflict == hit.entry().conflict();
        }
        return longer.entry().isName()
                && hit.entry().isName()
                && conflict != hit.entry().conflict()
                && longer.isLongerThan(hit);
    }
}
