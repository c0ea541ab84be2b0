package dev.tocsin.enrich.tag;

import dev.tocsin.enrich.match.Hit;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.EvidenceRole;
import dev.tocsin.schemas.TextField;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Score of one conflict in one article, with the evidence it rests on. */
final class ConflictScore {

    private final int conflict;
    private final Map<Span, Evidence> evidence = new LinkedHashMap<>();
    private double total;
    private boolean namedOutright;

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

    /** Whether a strong term or a pair is among the evidence. */
    boolean isNamedOutright() {
        return namedOutright;
    }

    List<Evidence> evidence() {
        return List.copyOf(evidence.values());
    }

    /**
     * Takes a hit as evidence and what it is worth into the score. Words that count in several ways
     * are one piece of evidence with the sum of the weights.
     */
    void add(FieldView view, Hit hit, EvidenceRole role, double weight) {
        total += weight;
        namedOutright |= role == EvidenceRole.STRONG || role == EvidenceRole.PAIR;
        Span span = new Span(view.field(), view.found().start(hit), view.found().end(hit));
        Evidence before = evidence.get(span);
        if (before != null) {
            evidence.put(span, heavier(before, weight));
        } else if (evidence.size() < Weights.MOST_EVIDENCE) {
            evidence.put(span, describe(view, hit, role, weight));
        }
    }

    /** Makes the score and all its evidence worth less. */
    void discount(double factor) {
        total *= factor;
        evidence.replaceAll((_, each) -> worth(each, each.getWeight() * factor));
    }

    private static Evidence heavier(Evidence before, double weight) {
        return weight == 0 ? before : worth(before, before.getWeight() + weight);
    }

    private static Evidence worth(Evidence evidence, double weight) {
        return Evidence.newBuilder(evidence).setWeight(weight).build();
    }

    private record Span(TextField field, int start, int end) {}

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
