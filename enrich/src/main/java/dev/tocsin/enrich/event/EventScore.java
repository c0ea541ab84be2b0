package dev.tocsin.enrich.event;

import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.EvidenceRole;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Score of one event type in one article, with the evidence it rests on. */
final class EventScore {

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Worth> worths = new ArrayList<>();
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
        return pieces.stream().map(Piece::describe).toList();
    }

    /** Takes a term as evidence; the same term counts once in a field, for the most it can be. */
    void add(Findings findings, Found found, EvidenceRole role, EventWeights weights) {
        double weight = role == EvidenceRole.WEAK ? weights.weak() : weights.strong();
        double more = worth(findings, found.term().text()).raise(weight);
        total += more;
        strong |= role == EvidenceRole.STRONG;
        keep(findings, found, role, more);
    }

    /** Takes a term as evidence that is worth nothing by itself. */
    void mention(Findings findings, Found found, EvidenceRole role) {
        keep(findings, found, role, 0);
    }

    private Worth worth(Findings findings, String term) {
        for (Worth worth : worths) {
            if (worth.findings == findings && worth.term.equals(term)) {
                return worth;
            }
        }
        Worth worth = new Worth(findings, term);
        worths.add(worth);
        return worth;
    }

    private void keep(Findings findings, Found found, EvidenceRole role, double weight) {
        Piece before = find(findings, found);
        if (before != null) {
            before.weight += weight;
        } else if (pieces.size() < EventWeights.MOST_EVIDENCE) {
            pieces.add(new Piece(findings, found, role, weight));
        }
    }

    private @Nullable Piece find(Findings findings, Found found) {
        for (Piece piece : pieces) {
            if (piece.findings == findings
                    && piece.found.first() == found.first()
                    && piece.found.last() == found.last()) {
                return piece;
            }
        }
        return null;
    }

    /** What a term of a field counts so far. */
    private static final class Worth {
        private final Findings findings;
        private final String term;
        private double weight;

        Worth(Findings findings, String term) {
            this.findings = findings;
            this.term = term;
        }

        /** What the new weight adds, if anything. */
        double raise(double to) {
            double more = Math.max(0, to - weight);
            weight = Math.max(weight, to);
            return more;
        }
    }

    /** Words that count, described only when somebody asks. */
    private static final class Piece {
        private final Findings findings;
        private final Found found;
        private final EvidenceRole role;
        private double weight;

        Piece(Findings findings, Found found, EvidenceRole role, double weight) {
            this.findings = findings;
            this.found = found;
            this.role = role;
            this.weight = weight;
        }

        Evidence describe() {
            return new Evidence(
                    found.term().text(),
                    role,
                    findings.passage().field(),
                    findings.start(found),
                    findings.end(found),
                    findings.matched(found),
                    weight);
        }
    }
}
