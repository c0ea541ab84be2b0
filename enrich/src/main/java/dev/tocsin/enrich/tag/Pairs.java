package dev.tocsin.enrich.tag;

import dev.tocsin.enrich.match.Hit;
import dev.tocsin.enrich.match.Role;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.TermPair;

import java.util.ArrayList;
import java.util.List;

/** Finds pairs of terms that stand close enough together. */
final class Pairs {

    /** Two hits that make a pair. */
    record Found(Hit first, Hit second, TermPair pair) {}

    private Pairs() {}

    /** At most one find for each first hit, in the order of the text. */
    static List<Found> find(FieldView view, int conflict, ConflictTopic conflictTopic) {
        if (conflictTopic.pairs().isEmpty()) {
            return List.of();
        }
        List<Hit> seconds = view.hits(conflict, Role.PAIR_SECOND);
        if (seconds.isEmpty()) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        for (Hit first : view.hits(conflict, Role.PAIR_FIRST)) {
            TermPair pair = conflictTopic.pairs().get(first.entry().pair());
            addNearest(first, seconds, pair, found);
        }
        return found;
    }

    private static void addNearest(Hit first, List<Hit> seconds, TermPair pair, List<Found> found) {
        for (Hit second : seconds) {
            int distance = FieldView.distance(first, second);
            if (second.entry().pair() == first.entry().pair()
                    && distance > 0
                    && distance <= pair.within()) {
                found.add(new Found(first, second, pair));
                return;
            }
        }
    }
}
