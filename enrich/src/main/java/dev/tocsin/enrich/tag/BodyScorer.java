package dev.tocsin.enrich.tag;

import dev.tocsin.enrich.match.Hit;
import dev.tocsin.enrich.match.Role;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.schemas.EvidenceRole;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Scores the body by how much of it speaks of a conflict. It strengthens what title and summary
 * confirm, holds back what they hardly name and it hardly speaks of, and confirms by itself only a
 * conflict that it names throughout. A name dropped here and there says nothing.
 */
final class BodyScorer {

    private final FieldView body;
    private final boolean leadIsBlank;

    BodyScorer(FieldView body, boolean leadIsBlank) {
        this.body = body;
        this.leadIsBlank = leadIsBlank;
    }

    /** Adds to a score that title and summary have given already. */
    void score(ConflictTopic conflictTopic, ConflictScore score) {
        if (body.isBlank()) {
            return;
        }
        List<Mention> mentions =
                body.isNamed(score.conflict())
                        ? mentions(conflictTopic, score.conflict())
                        : List.of();
        if (isDoubtful(score, mentions)) {
            score.discount(Weights.NOT_BORNE_OUT);
            return;
        }
        double weight = mentions.isEmpty() ? 0 : weight(mentions, score.total());
        if (weight > 0) {
            double each = weight / mentions.size();
            mentions.forEach(mention -> score.add(body, mention.hit(), mention.role(), each));
        }
    }

    /**
     * Whether title and summary name the conflict just about, and the body is of something else.
     */
    private boolean isDoubtful(ConflictScore score, List<Mention> mentions) {
        if (leadIsBlank
                || score.total() >= Weights.TITLE_STRONG
                || body.length() < Weights.LONG_BODY) {
            return false;
        }
        List<Hit> names = new ArrayList<>(body.hits(score.conflict(), Role.WEAK));
        mentions.forEach(mention -> names.add(mention.hit()));
        return body.share(names) <= Weights.SHARE_IN_PASSING;
    }

    private double weight(List<Mention> mentions, double lead) {
        if (leadIsBlank) {
            boolean early = body.isEarly(mentions.getFirst().hit());
            boolean repeated = mentions.size() >= Weights.REPEATED;
            return (early ? Weights.BODY_EARLY : 0) + (repeated ? Weights.BODY_REPEATED : 0);
        }
        double share = body.share(mentions.stream().map(Mention::hit).toList());
        return lead >= Weights.CONFIRMED
                ? Weights.BODY_AGAIN * share
                : Math.max(0, Weights.BODY_ALONE * share - lead);
    }

    private List<Mention> mentions(ConflictTopic conflictTopic, int conflict) {
        List<Mention> mentions = new ArrayList<>();
        for (Hit hit : body.hits(conflict, Role.STRONG)) {
            add(mentions, hit, EvidenceRole.STRONG);
        }
        for (Pairs.Found found : Pairs.find(body, conflict, conflictTopic)) {
            if (!found.pair().needsContext()
                    || body.contextNear(conflict, found.first()).isPresent()) {
                add(mentions, found.first(), EvidenceRole.PAIR);
            }
        }
        mentions.sort(Comparator.comparingInt(mention -> mention.hit().first()));
        return mentions;
    }

    private void add(List<Mention> mentions, Hit hit, EvidenceRole role) {
        if (body.exclusionsNear(hit) == 0) {
            mentions.add(new Mention(hit, role));
        }
    }

    private record Mention(Hit hit, EvidenceRole role) {}
}
