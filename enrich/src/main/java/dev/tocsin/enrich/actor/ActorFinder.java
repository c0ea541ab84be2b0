package dev.tocsin.enrich.actor;

import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.schemas.ActorMention;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which actors a text names: a pure function. */
public final class ActorFinder {

    private static final int MOST = 30;
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
            List<Found> names =
                    findings.found().stream()
                            .filter(each -> each.meaning() instanceof ActorName)
                            .toList();
            for (Found each : names) {
                if (names.stream().noneMatch(other -> other.hides(each))) {
                    add(tallies, findings, each);
                }
            }
        }
        return tallies.values().stream()
                .map(ActorTally::mention)
                .sorted(ORDER)
                .limit(MOST)
                .toList();
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
