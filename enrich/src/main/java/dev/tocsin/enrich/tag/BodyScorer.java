package dev.tocsin.enrich.tag;

import dev.tocsin.enrich.match.Hit;
import dev.tocsin.enrich.match.Role;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.schemas.EvidenceRole;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Scores the body: what stands early or comes again and again. A name dropped deep in a text says
 * nothing.
 */
final class BodyScorer {

    private final FieldView body;
    private final boolean leadIsBlank;

    BodyScorer(FieldView body, boolean leadIsBlank) {
        this.body = body;
        this.leadIsBlank = leadIsBlank;
    }

    void score(ConflictTopic conflictTopic, ConflictScore score) {
        List<Mention> mentions = mentions(conflictTopic, score.conflict());
        if (mentions.isEmpty()) {
            return;
        }
        boolean early = body.isEarly(mentions.getFirst().hit());
        boolean repeated = mentions.size() >= Weights.REPEATED;
        double first = leadIsBlank ? Weights.BODY_EARLY : Weights.BODY_EARLY_AGAIN;
        double weight = (early ? first : 0) + (repeated ? Weights.BODY_REPEATED : 0);
        if (weight == 0) {
            return;
        }
        double share = score.total() > 0 || leadIsBlank ? 1 : Weights.BODY_ALONE;
        double each = weight * share / mentions.size();
        mentions.forEach(mention -> score.add(body, mention.hit(), mention.role(), each));
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
