package dev.tocsin.enrich.tag;

import dev.tocsin.enrich.match.Hit;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.EvidenceRole;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Score of one conflict in one article, with the evidence it rests on. */
final class ConflictScore {

    private final int conflict;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<Evidence> seen = new HashSet<>();
    private double total;

    ConflictScore(int conflict) {
        this.conflict = conflict;
    }

    int conflict() {
        return conflict;
    }

    /** Rounded to thousandths, so that the order of additions leaves no trace. */
    double total() {
        return Math.round(total * 1000) / 1000.0;
    }

    List<Evidence> evidence() {
        return List.copyOf(evidence);
    }

    /** Takes a hit as evidence and what it is worth into the score. */
    void add(FieldView view, Hit hit, EvidenceRole role, double weight) {
        total += weight;
        if (evidence.size() < Weights.MOST_EVIDENCE) {
            Evidence item = describe(view, hit, role, weight);
            if (seen.add(item)) {
                evidence.add(item);
            }
        }
    }

    private static Evidence describe(FieldView view, Hit hit, EvidenceRole role, double weight) {
        return Evidence.newBuilder()
                .setTerm(hit.entry().term().text())
                .setRole(role)
                .setField(view.field())
                .setStart(view.found().start(hit))
                .setEnd(view.found().end(hit))
                .setText(view.found().matched(hit))
                .setWeight(weight)
                .build();
    }
}
