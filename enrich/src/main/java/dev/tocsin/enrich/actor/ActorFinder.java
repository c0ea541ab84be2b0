package dev.tocsin.enrich.actor;

import dev.tocsin.enrich.match.Findings;
import dev.tocsin.schemas.ActorMention;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which actors a text names: a pure function. */
public final class ActorFinder {

    static final int MOST = 30;
    private static final Comparator<ActorMention> ORDER =
            Comparator.comparingInt(ActorMention::getCount)
                    .reversed()
                    .thenComparing(ActorMention::getField)
                    .thenComparing(ActorMention::getStart)
                    .thenComparing(ActorMention::getId);

    private ActorFinder() {}

    /** Actors, most mentioned first. A longer name hides those within it. */
    public static List<ActorMention> find(List<Findings> passages) {
        Map<String, ActorTally> tallies = new LinkedHashMap<>();
        for (Findings findings : passages) {
            ActorUse.all(findings).stream()
                    .filter(ActorUse::counts)
                    .forEach(use -> add(tallies, use));
        }
        if (tallies.isEmpty()) {
            return List.of();
        }
        return tallies.values().stream()
                .map(ActorTally::mention)
                .sorted(ORDER)
                .limit(MOST)
                .toList();
    }

    private static void add(Map<String, ActorTally> tallies, ActorUse use) {
        tallies.computeIfAbsent(use.actor().id(), _ -> ActorTally.from(use)).count();
    }
}
