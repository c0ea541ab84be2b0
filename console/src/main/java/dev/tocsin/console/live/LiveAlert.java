package dev.tocsin.console.live;

import dev.tocsin.console.api.alert.AlertView;
import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertEvidence;
import dev.tocsin.schemas.AlertQuote;

/** The record as lists of alerts show it. */
final class LiveAlert {
    private LiveAlert() {}

    static AlertView view(Alert alert) {
        return new AlertView(
                alert.getId(),
                alert.getSequence(),
                alert.getKind().name(),
                alert.getRuleId(),
                alert.getRuleName(),
                alert.getRuleVersion(),
                alert.getSubject(),
                alert.getTitle(),
                alert.getText(),
                alert.getRaisedAt(),
                alert.getUpdatedAt(),
                alert.getFirstSeen(),
                alert.getArticles(),
                alert.getIndependentOrigins(),
                alert.getStoryArticles(),
                alert.getConflictTopics(),
                alert.getEventTypes(),
                alert.getCountries(),
                alert.getLanguages(),
                alert.getTaxonomyVersion(),
                alert.getEvidence().stream().map(LiveAlert::evidence).toList(),
                alert.getEndedAt().orElse(null));
    }

    private static AlertView.Evidence evidence(AlertEvidence evidence) {
        return new AlertView.Evidence(
                evidence.getArticleId(),
                evidence.getTitle(),
                evidence.getUrl().orElse(null),
                evidence.getPublisher(),
                evidence.getOrigin(),
                evidence.getIsCopy(),
                evidence.getLanguage(),
                evidence.getEventAt(),
                evidence.getQuotes().stream().map(LiveAlert::quote).toList());
    }

    private static AlertView.Quote quote(AlertQuote quote) {
        return new AlertView.Quote(
                quote.getReason(), quote.getBefore(), quote.getWords(), quote.getAfter());
    }
}
