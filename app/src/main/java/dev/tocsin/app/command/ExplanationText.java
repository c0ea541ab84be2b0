package dev.tocsin.app.command;

import dev.tocsin.enrich.explain.Explanation;
import dev.tocsin.enrich.explain.QuotedHit;
import dev.tocsin.schemas.TextField;
import dev.tocsin.schemas.Tier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An explanation for people and machines. */
final class ExplanationText {
    private ExplanationText() {}

    /**
     * @param most hits to show
     */
    static String of(Explanation explanation, String language, int most) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: %s, %s (language %s)%n",
                        explanation.id(),
                        verdict(explanation),
                        score(explanation),
                        language));
        explanation.reasons().forEach(reason -> text.append("- ").append(reason).append('\n'));
        explanation.nearTerms().forEach(near -> text.append("? ").append(near).append('\n'));
        List<QuotedHit> evidence = explanation.evidence();
        evidence.stream().limit(most).forEach(hit -> text.append(line(hit)));
        if (evidence.size() > most) {
            text.append("+ and %d more%n".formatted(evidence.size() - most));
        }
        return text.toString();
    }

    private static String verdict(Explanation explanation) {
        if (explanation.subject() != Explanation.Subject.TOPIC) {
            return explanation.isFound() ? "found" : "not found";
        }
        return switch (explanation.tier()) {
            case CONFIRMED -> "confirmed";
            case RELATED -> "related, not confirmed";
            case UNKNOWN -> "not tagged";
        };
    }

    private static String score(Explanation explanation) {
        return switch (explanation.subject()) {
            case TOPIC, EVENT_TYPE -> String.format(Locale.ROOT, "score %.2f", explanation.score());
            case PLACE -> String.format(Locale.ROOT, "salience %.3f", explanation.score());
            case ACTOR -> String.format(Locale.ROOT, "mentions %.0f", explanation.score());
        };
    }

    private static String line(QuotedHit hit) {
        return String.format(
                Locale.ROOT,
                "+ %.2f %s %s, %s %d-%d: %s%n",
                hit.weight(),
                hit.role(),
                hit.term(),
                lower(hit.field()),
                hit.start(),
                hit.end(),
                hit.quote());
    }

    private static String lower(TextField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    static Map<String, Object> json(Explanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(key(explanation.subject()), explanation.id());
        json.put("tier", tier(explanation));
        json.put("score", explanation.score());
        json.put("reasons", explanation.reasons());
        json.put("nearTerms", explanation.nearTerms());
        json.put("evidence", explanation.evidence().stream().map(ExplanationText::hit).toList());
        return json;
    }

    private static String key(Explanation.Subject subject) {
        return switch (subject) {
            case TOPIC -> "topic";
            case EVENT_TYPE -> "eventType";
            case PLACE -> "place";
            case ACTOR -> "actor";
        };
    }

    private static String tier(Explanation explanation) {
        if (explanation.tier() == Tier.UNKNOWN) {
            return "none";
        }
        return explanation.subject() == Explanation.Subject.TOPIC
                ? explanation.tier().name().toLowerCase(Locale.ROOT)
                : "found";
    }

    private static Map<String, Object> hit(QuotedHit hit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("term", hit.term());
        json.put("role", hit.role());
        json.put("field", lower(hit.field()));
        json.put("start", hit.start());
        json.put("end", hit.end());
        json.put("text", hit.text());
        json.put("weight", TaggedArticleJson.rounded(hit.weight()));
        json.put("quote", hit.quote());
        return json;
    }
}
