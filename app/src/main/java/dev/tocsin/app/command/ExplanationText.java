package dev.tocsin.app.command;

import dev.tocsin.enrich.explain.Explanation;
import dev.tocsin.enrich.explain.QuotedHit;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.Tier;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An explanation for people and machines. */
final class ExplanationText {
    private ExplanationText() {}

    static String of(Explanation explanation, String language) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: %s, score %.2f (language %s)%n",
                        explanation.topic(),
                        verdict(explanation.tier()),
                        explanation.score(),
                        language));
        explanation.reasons().forEach(reason -> text.append("- ").append(reason).append('\n'));
        explanation.nearTerms().forEach(near -> text.append("? ").append(near).append('\n'));
        explanation.evidence().forEach(hit -> text.append(line(hit)));
        return text.toString();
    }

    private static String verdict(Tier tier) {
        return switch (tier) {
            case CONFIRMED -> "confirmed";
            case RELATED -> "related, not confirmed";
            case UNKNOWN -> "not tagged";
        };
    }

    private static String line(QuotedHit hit) {
        Evidence evidence = hit.evidence();
        return String.format(
                Locale.ROOT,
                "+ %.2f %s %s, %s %d-%d: %s%n",
                evidence.getWeight(),
                lower(evidence.getRole()),
                evidence.getTerm(),
                lower(evidence.getField()),
                evidence.getStart(),
                evidence.getEnd(),
                hit.quote());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static Map<String, Object> json(Explanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("topic", explanation.topic());
        json.put("tier", explanation.tier() == Tier.UNKNOWN ? "none" : lower(explanation.tier()));
        json.put("score", explanation.score());
        json.put("reasons", explanation.reasons());
        json.put("nearTerms", explanation.nearTerms());
        json.put("evidence", explanation.evidence().stream().map(ExplanationText::hit).toList());
        return json;
    }

    private static Map<String, Object> hit(QuotedHit hit) {
        Map<String, Object> json = new LinkedHashMap<>(TaggedArticleJson.hit(hit.evidence()));
        json.put("quote", hit.quote());
        return json;
    }
}
