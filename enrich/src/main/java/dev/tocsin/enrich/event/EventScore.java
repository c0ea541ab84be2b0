package dev.tocsin.enrich.event;

import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.EvidenceRole;
import dev.tocsin.schemas.TextField;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Score of one event type in one article, with the evidence it rests on. */
final class EventScore {

    private final Map<Span, Evidence> evidence = new LinkedHashMap<>();
    private final Map<String, Double> weights = new HashMap<>();
    private double total;
    private boolean strong;

    /** Rounded to thousandths, so that the order of additions leaves no trace. */
    double total() {
        return Math.round(total * 1000) / 1000.0;
    }

    /** Whether a strong term is among the evidence. */
    boolean isStrong() {
        return strong;
    }

    List<Evidence> evidence() {
        return List.copyOf(evidence.values());
    }

    /** Takes a term as evidence; the same term counts once in a field, for the most it can be. */
    void add(Findings findings, Found found, EvidenceRole role, EventWeights worth) {
        double weight = role == EvidenceRole.WEAK ? worth.weak() : worth.strong();
        String term = findings.passage().field() + found.term().text();
        double before = weights.getOrDefault(term, 0.0);
        if (weight > before) {
            weights.put(term, weight);
            total += weight - before;
        }
        strong |= role == EvidenceRole.STRONG;
        keep(findings, found, role, Math.max(0, weight - before));
    }

    /** Takes a term as evidence that is worth nothing by itself. */
    void mention(Findings findings, Found found, EvidenceRole role) {
        keep(findings, found, role, 0);
    }

    private void keep(Findings findings, Found found, EvidenceRole role, double weight) {
        TextField field = findings.passage().field();
        Span span = new Span(field, findings.start(found), findings.end(found));
        Evidence before = evidence.get(span);
        if (before != null) {
            evidence.put(span, heavier(before, weight));
        } else if (evidence.size() < EventWeights.MOST_EVIDENCE) {
            String text = findings.matched(found);
            evidence.put(
                    span,
                    new Evidence(
                            found.term().text(),
                            role,
                            field,
                            span.start(),
                            span.end(),
                            text,
                            weight));
        }
    }

    private static Evidence heavier(Evidence before, double weight) {
        return new Evidence(
                before.getTerm(),
                before.getRole(),
                before.getField(),
                before.getStart(),
                before.getEnd(),
                before.getText(),
                before.getWeight() + weight);
    }

    private record Span(TextField field, int start, int end) {}
}
