package dev.tocsin.app.command;

import dev.tocsin.app.command.FeedAgreement.Disagreement;
import dev.tocsin.app.command.FeedAgreement.Field;
import dev.tocsin.app.output.Table;

import java.util.List;
import java.util.Map;

/**
 * An agreement for people and for machines.
 *
 * @param most how many disagreements to list
 */
record AgreementReport(FeedAgreement agreement, int most) {

    Map<String, Object> json() {
        Map<String, Object> json = agreement.summary();
        if (most > 0) {
            json.put("unrecognisedDocuments", agreement.unrecognised());
            json.put("differences", listed());
        }
        return json;
    }

    String text() {
        Table shares = new Table("", "PERCENT", "OF");
        shares.row("recognised", agreement.recognised(), agreement.feeds() + " documents");
        for (Field field : Field.values()) {
            shares.row(field, agreement.agreed(field), agreement.places() + " entries");
        }
        return shares + (most > 0 ? "\n" + details() : "");
    }

    private String details() {
        Table details = new Table("FILE", "ENTRY", "FIELD", "ORACLE", "HERE");
        agreement.unrecognised().forEach(document -> details.row(document, null, null, null, null));
        listed().forEach(d -> details.row(d.file(), d.entry(), d.field(), d.oracle(), d.ours()));
        return details.toString();
    }

    private List<Disagreement> listed() {
        return agreement.disagreements().stream().limit(most).toList();
    }
}
