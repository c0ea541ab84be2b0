package dev.tocsin.enrich.explain;

import dev.tocsin.schemas.Tier;

import java.util.List;

/**
 * Why something was, or was not, found in an article.
 *
 * @param subject what kind of thing it is
 * @param id slug of a conflict topic or an event type, id of a place or an actor
 * @param tier UNKNOWN if it was not found at all; other things than topics are CONFIRMED if found
 * @param score what the evidence adds up to; the salience of a place, the mentions of an actor
 * @param evidence hits that count, in the order of the text
 * @param reasons sentences: what failed, or what the tag rests on
 * @param nearTerms terms that the text nearly contains; only if it contains none
 */
public record Explanation(
        Subject subject,
        String id,
        Tier tier,
        double score,
        List<QuotedHit> evidence,
        List<String> reasons,
        List<String> nearTerms) {

    /** What may be explained. */
    public enum Subject {
        TOPIC,
        EVENT_TYPE,
        PLACE,
        ACTOR
    }

    public Explanation {
        evidence = List.copyOf(evidence);
        reasons = List.copyOf(reasons);
        nearTerms = List.copyOf(nearTerms);
    }

    /** Whether it is in the tagged article. */
    public boolean isFound() {
        return tier != Tier.UNKNOWN;
    }
}
