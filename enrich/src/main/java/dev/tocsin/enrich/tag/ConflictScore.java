package dev.tocsin.enrich.tag;

import dev.tocsin.enrich.match.Hit;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.EvidenceRole;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Score of one conflict in one article, with the evidence it rests on. */
final class ConflictScore {

    private final int conflict;
    private final List<Piece> pieces = new ArrayList<>();
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
        return pieces.stream().map(Piece::describe).toList();
    }

    /**
     * Takes a hit as evidence and what it is worth into the score. Words that count in several ways
     * are one piece of evidence with the sum of the weights.
     */
    void add(FieldView view, Hit hit, EvidenceRole role, double weight) {
        total += weight;
        namedOutright |= role == EvidenceRole.STRONG || role == EvidenceRole.PAIR;
        Piece before = find(view, hit);
        if (before != null) {
            before.weight += weight;
        } else if (pieces.size() < Weights.MOST_EVIDENCE) {
            pieces.add(new Piece(view, hit, role, weight));
        }
    }

    /** Makes the score and all its evidence worth less. */
    void discount(double factor) {
        total *= factor;
        pieces.forEach(piece -> piece.weight *= factor);
    }

    private @Nullable Piece find(FieldView view, Hit hit) {
        for (Piece piece : pieces) {
            if (piece.view == view
                    && piece.hit.first() == hit.first()
                    && piece.hit.last() == hit.last()) {
                return piece;
            }
        }
        return null;
    }

    /** Words that count, described only when somebody asks. */
    private static final class Piece {
        private final FieldView view;
        private final Hit hit;
        private final EvidenceRole role;
        private double weight;

        Piece(FieldView view, Hit hit, EvidenceRole role, double weight) {
            this.view = view;
            this.hit = hit;
            this.role = role;
            this.weight = weight;
        }

        Evidence describe() {
            return new Evidence(
                    hit.entry().term().text(),
                    role,
                    view.field(),
                    view.found().start(hit),
                    view.found().end(hit),
                    view.found().matched(hit),
                    weight);
        }
    }
}
