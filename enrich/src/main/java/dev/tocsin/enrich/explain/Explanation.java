package dev.tocsin.enrich.explain;

import dev.tocsin.schemas.Tier;

import java.util.List;

/**
 * Why a topic was, or was not, found in an article.
 *
 * @param topic slug
 * @param tier UNKNOWN if it was not tagged at all
 * @param score what the evidence adds up to
 * @param evidence hits that count, in the order of the text
 * @param reasons sentences: what failed, or what the tag rests on
 * @param nearTerms terms of the topic that the text nearly contains; only if it contains none
 */
public record Explanation(
        String topic,
        Tier tier,
        double score,
        List<QuotedHit> evidence,
        List<String> reasons,
        List<String> nearTerms) {

    public Explanation {
        evidence = List.copyOf(evidence);
        reasons = List.copyOf(reasons);
        nearTerms = List.copyOf(nearTerms);
    }
}
