package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.AlertQuote;

import java.util.List;

/**
 * That an article fits a rule.
 *
 * @param woke whether it was part of an alert of the rule; it does not help to raise another then
 */
public record Remembered(
        String ruleId, MatchedArticle article, List<AlertQuote> quotes, boolean woke) {

    public Remembered {
        quotes = List.copyOf(quotes);
    }

    Remembered awake() {
        return woke ? this : new Remembered(ruleId, article, quotes, true);
    }

    Remembered withoutQuotes() {
        return quotes.isEmpty() ? this : new Remembered(ruleId, article, List.of(), woke);
    }
}
