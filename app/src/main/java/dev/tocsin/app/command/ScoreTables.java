package dev.tocsin.app.command;

import dev.tocsin.app.output.Table;
import dev.tocsin.enrich.evaluate.LabelScores;
import dev.tocsin.enrich.evaluate.Tally;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Precision and recall for people and machines. */
final class ScoreTables {
    private ScoreTables() {}

    /** One row a label, and all of them in the last. */
    static Table byLabel(String heading, LabelScores scores) {
        Table table = table(heading);
        scores.byLabel().forEach((label, tally) -> row(table, label, tally));
        row(table, "TOTAL", scores.micro());
        return table;
    }

    /** One row a group. */
    static Table byGroup(String heading, Map<String, LabelScores> groups) {
        Table table = table(heading);
        groups.forEach((group, scores) -> row(table, group, scores.micro()));
        return table;
    }

    static Table table(String heading) {
        return new Table(heading, "PRECISION", "RECALL", "F1", "GOLD", "FOUND", "MISSED", "WRONG");
    }

    static void row(Table table, String name, Tally tally) {
        table.row(
                name.isEmpty() ? "(none)" : name,
                share(tally.precision()),
                share(tally.recall()),
                share(tally.f1()),
                tally.gold(),
                tally.hits(),
                tally.misses(),
                tally.wrong());
    }

    static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static Map<String, Object> json(LabelScores scores) {
        Map<String, Object> json = new TreeMap<>();
        scores.byLabel().forEach((label, tally) -> json.put(label, json(tally)));
        return json;
    }

    static Map<String, Object> json(Map<String, LabelScores> groups) {
        Map<String, Object> json = new TreeMap<>();
        groups.forEach((group, scores) -> json.put(group, json(scores.micro())));
        return json;
    }

    static Map<String, Object> json(Tally tally) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("precision", rounded(tally.precision()));
        json.put("recall", rounded(tally.recall()));
        json.put("f1", rounded(tally.f1()));
        json.put("gold", tally.gold());
        json.put("found", tally.hits());
        json.put("missed", tally.misses());
        json.put("wrong", tally.wrong());
        return json;
    }

    static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
