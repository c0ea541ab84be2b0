package dev.tocsin.enrich.actor;

import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.enrich.match.Overlaps;
import dev.tocsin.schemas.ActorMention;

import java.util.ArrayList;
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
            List<Found> names = names(findings);
            Overlaps overlaps = new Overlaps(names);
            for (int i = 0; i < names.size(); i++) {
                if (!overlaps.isWithin(i, Found::hides)) {
                    add(tallies, findings, names.get(i));
                }
            }
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

    static List<Found> names(Findings findings) {
        List<Found> names = new ArrayList<>();
        for (Found each : findings.found()) {
            if (each.meaning() instanceof ActorName) {
                names.add(each);
            }
        }
        return names;
    }

    private static void add(Map<String, ActorTally> tallies, Findings findings, Found found) {
        Actor actor = ((ActorName) found.meaning()).actor();
        tallies.computeIfAbsent(
                        actor.id(),
                        id ->
                                new ActorTally(
                                        actor,
                                        findings.passage().field(),
                                        findings.start(found),
                                        findings.end(found)))
                .count();
    }
}
