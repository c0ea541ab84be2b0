package dev.tocsin.enrich.tag;

import dev.tocsin.enrich.match.Hit;
import dev.tocsin.enrich.match.Role;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.schemas.EvidenceRole;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scores title and summary, which say what an article is about. */
final class LeadScorer {

    private final FieldView title;
    private final FieldView summary;

    LeadScorer(FieldView title, FieldView summary) {
        this.title = title;
        this.summary = summary;
    }

    void score(ConflictTopic conflictTopic, ConflictScore score) {
        int conflict = score.conflict();
        if (!title.isNamed(conflict) && !summary.isNamed(conflict)) {
            return;
        }
        int context = title.contextCount(conflict) + summary.contextCount(conflict);
        int exclusions = title.exclusionCount() + summary.exclusionCount();
        if (exclusions > 0 && context == 0) {
            return;
        }
        boolean weakCount = exclusions == 0 || context > exclusions;
        new OneField(title, summary, Weights.TITLE_STRONG, Weights.TITLE_WEAK)
                .score(conflictTopic, score, weakCount);
        double strong = Weights.SUMMARY_STRONG * (isInPassing(conflict) ? Weights.IN_PASSING : 1);
        new OneField(summary, title, strong, Weights.SUMMARY_WEAK)
                .score(conflictTopic, score, weakCount);
    }

    /** Whether the summary comes to the conflict late, below a title of something else. */
    private boolean isInPassing(int conflict) {
        return !title.hasContext(conflict)
                && !title.isNamed(conflict)
                && summary.firstName(conflict) >= Math.min(Weights.LATE, summary.firstSentence());
    }

    /** Whether title and summary hold nothing at all. */
    boolean isBlank() {
        return title.isBlank() && summary.isBlank();
    }

    /** One of the two fields, beside the other. */
    private record OneField(FieldView view, FieldView other, double strong, double weak) {

        void score(ConflictTopic conflictTopic, ConflictScore score, boolean weakCount) {
            if (!view.isNamed(score.conflict())) {
                return;
            }
            Series series = new Series(view, score);
            for (Hit hit : view.hits(score.conflict(), Role.STRONG)) {
                series.add(hit, EvidenceRole.STRONG, strong);
            }
            for (Pairs.Found pair : Pairs.find(view, score.conflict(), conflictTopic)) {
                addPair(pair, series, score);
            }
            if (weakCount) {
                addWeak(series, score);
            }
        }

        private void addPair(Pairs.Found found, Series series, ConflictScore score) {
            Optional<Hit> context = view.contextNear(score.conflict(), found.first());
            if (found.pair().needsContext() && context.isEmpty()) {
                return;
            }
            series.add(found.first(), EvidenceRole.PAIR, strong);
            score.add(view, found.second(), EvidenceRole.PAIR, 0);
            if (found.pair().needsContext()) {
                context.ifPresent(hit -> score.add(view, hit, EvidenceRole.CONTEXT, 0));
            }
        }

        private void addWeak(Series series, ConflictScore score) {
            for (Hit hit : view.hits(score.conflict(), Role.WEAK)) {
                Optional<Hit> context = view.contextNear(score.conflict(), hit);
                if (context.isPresent()) {
                    series.add(hit, EvidenceRole.WEAK, weak);
                    score.add(view, context.get(), EvidenceRole.CONTEXT, 0);
                } else if (other.hasContext(score.conflict())) {
                    series.add(hit, EvidenceRole.WEAK, weak * Weights.FAR_CONTEXT);
                }
            }
        }
    }

    /**
     * Adds one hit after the other: the first at full weight, a few different ones elsewhere in the
     * field at a share of it.
     */
    private static final class Series {
        private final FieldView view;
        private final ConflictScore score;
        private final List<Hit> before = new ArrayList<>();
        private int places;

        Series(FieldView view, ConflictScore score) {
            this.view = view;
            this.score = score;
        }

        void add(Hit hit, EvidenceRole role, double weight) {
            boolean newTerm = true;
            boolean newPlace = true;
            for (Hit other : before) {
                newTerm &= !other.entry().term().text().equals(hit.entry().term().text());
                newPlace &= other.first() != hit.first();
            }
            before.add(hit);
            places += newPlace ? 1 : 0;
            score.add(view, hit, role, newTerm && newPlace ? weight * share() : 0);
        }

        private double share() {
            if (places == 1) {
                return 1;
            }
            return places <= 1 + Weights.MOST_FURTHER ? Weights.FURTHER : 0;
        }
    }
}
