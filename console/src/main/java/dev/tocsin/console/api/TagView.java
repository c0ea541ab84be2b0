package dev.tocsin.console.api;

import java.util.List;

/**
 * A label of ours.
 *
 * @param conflictTopic slug
 * @param name the conflict topic as people see it
 * @param tier {@code CONFIRMED} or {@code RELATED}
 * @param score to three decimals
 * @param evidence what in the text led to it
 */
public record TagView(
        String conflictTopic, String name, String tier, double score, List<EvidenceView> evidence) {
    public TagView {
        score = EvidenceView.rounded(score);
    }
}
