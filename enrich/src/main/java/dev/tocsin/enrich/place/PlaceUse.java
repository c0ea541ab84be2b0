package dev.tocsin.enrich.place;

import dev.tocsin.enrich.explain.QuotedHit;
import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A name of a place in a text.
 *
 * @param problem why it does not mean the place there; empty if it does
 */
record PlaceUse(Place place, Findings findings, Found found, Optional<String> problem) {

    boolean isSameAs(PlaceUse other) {
        return findings == other.findings
                && place.equals(other.place)
                && found.covers(other.found)
                && other.found.covers(found);
    }

    /** What the place weighs by its names: beyond so many they add nothing. */
    static List<QuotedHit> evidence(Place place, String role, List<PlaceUse> uses) {
        List<QuotedHit> evidence = new ArrayList<>();
        for (PlaceUse use : uses) {
            if (use.place.equals(place) && use.problem.isEmpty()) {
                double weight =
                        evidence.size() < PlaceTally.MOST_COUNTED
                                ? PlaceTally.weight(use.findings.passage().field())
                                : 0;
                evidence.add(QuotedHit.of(use.findings, use.found, role, weight));
            }
        }
        return evidence;
    }
}
