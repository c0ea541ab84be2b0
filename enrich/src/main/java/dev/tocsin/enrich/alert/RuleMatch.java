package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.AlertQuote;
import dev.tocsin.schemas.AlertRule;

import java.util.List;

/**
 * An article fits a rule.
 *
 * @param quotes the words that made it fit, with their context
 */
public record RuleMatch(AlertRule rule, List<AlertQuote> quotes) {

    public RuleMatch {
        quotes = List.copyOf(quotes);
    }
}
