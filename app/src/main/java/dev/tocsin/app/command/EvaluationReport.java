package dev.tocsin.app.command;

import dev.tocsin.app.output.Table;
import dev.tocsin.enrich.evaluate.Evaluation;
import dev.tocsin.enrich.evaluate.LabelScores;
import dev.tocsin.enrich.evaluate.Untopical;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An evaluation for people and machines. */
record EvaluationReport(Evaluation evaluation, int unreadable) {
    /** Labels that are rarer are left out of the macro figure. */
    private static final int FEWEST_GOLD = 3;

    void print(OutputFlag output, boolean errors) {
        if (output.isJson()) {
            output.print(json(errors), new Table());
            return;
        }
        if (errors) {
            evaluation.mistakes().forEach(mistake -> System.out.println(line(mistake)));
        }
        System.out.println(summary());
        System.out.println(ScoreTables.byGroup("DATASET", evaluation.byDataset()));
        System.out.println(ScoreTables.byGroup("LANGUAGE", evaluation.byLanguage()));
        evaluation
                .events()
                .ifPresent(scores -> System.out.println(ScoreTables.byLabel("EVENT", scores)));
        System.out.print(ScoreTables.byLabel("TOPIC", evaluation.topics()));
    }

    private static String line(Evaluation.Mistake mistake) {
        return "%s %s line %d [%s] %s # %s"
                .formatted(
                        mistake.missed() ? "MISSED" : "WRONG",
                        mistake.topic(),
                        mistake.article().line(),
                        mistake.article().language(),
                        Table.cell(mistake.article().title()),
                        Table.cell(mistake.article().summary()));
    }

    private Table summary() {
        Table table = ScoreTables.table("ALL");
        ScoreTables.row(table, "micro", evaluation.topics().micro());
        ScoreTables.row(table, "micro, none constructed", evaluation.withoutConstructed().micro());
        evaluation
                .events()
                .ifPresent(events -> ScoreTables.row(table, "event types, micro", events.micro()));
        macro(table, "macro, topics with %d gold", evaluation.topics());
        macro(table, "macro, none constructed", evaluation.withoutConstructed());
        Untopical untopical = evaluation.untopical();
        rate(table, "articles without a tag", evaluation.silent(), evaluation.articles());
        rate(table, "untopical, tagged", untopical.tagged(), untopical.count());
        rate(
                table,
                "hard negatives, tagged",
                untopical.hardNegativesTagged(),
                untopical.hardNegatives());
        rate(table, "lines left out", unreadable, unreadable + evaluation.articles());
        return table;
    }

    private static void macro(Table table, String name, LabelScores scores) {
        table.row(
                name.formatted(FEWEST_GOLD),
                "",
                "",
                ScoreTables.share(scores.macroF1(FEWEST_GOLD)),
                "",
                "",
                "",
                "");
    }

    private static void rate(Table table, String name, int count, int all) {
        double share = all == 0 ? 0 : (double) count / all;
        table.row(
                name,
                "%d of %d".formatted(count, all),
                ScoreTables.share(share),
                "",
                "",
                "",
                "",
                "");
    }

    private Map<String, Object> json(boolean errors) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("articles", evaluation.articles());
        json.put("linesLeftOut", unreadable);
        json.put("micro", ScoreTables.json(evaluation.topics().micro()));
        json.put("macroF1", ScoreTables.rounded(evaluation.topics().macroF1(FEWEST_GOLD)));
        json.put("withoutConstructed", withoutConstructed());
        json.put("withoutTag", evaluation.silent());
        json.put("untopical", untopical());
        evaluation.events().ifPresent(events -> json.put("events", events(events)));
        json.put("topics", ScoreTables.json(evaluation.topics()));
        json.put("languages", ScoreTables.json(evaluation.byLanguage()));
        json.put("datasets", ScoreTables.json(evaluation.byDataset()));
        if (errors) {
            json.put("mistakes", mistakes());
        }
        return json;
    }

    private Map<String, Object> withoutConstructed() {
        Map<String, Object> json = new LinkedHashMap<>();
        LabelScores scores = evaluation.withoutConstructed();
        json.put("articles", evaluation.articles() - evaluation.constructed());
        json.put("micro", ScoreTables.json(scores.micro()));
        json.put("macroF1", ScoreTables.rounded(scores.macroF1(FEWEST_GOLD)));
        return json;
    }

    private Map<String, Object> untopical() {
        Untopical untopical = evaluation.untopical();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("articles", untopical.count());
        json.put("tagged", untopical.tagged());
        json.put("share", ScoreTables.rounded(untopical.share()));
        json.put("hardNegatives", untopical.hardNegatives());
        json.put("hardNegativesTagged", untopical.hardNegativesTagged());
        return json;
    }

    private static Map<String, Object> events(LabelScores events) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("micro", ScoreTables.json(events.micro()));
        json.put("types", ScoreTables.json(events));
        return json;
    }

    private List<Map<String, Object>> mistakes() {
        return evaluation.mistakes().stream()
                .map(mistake -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("line", mistake.article().line());
                    json.put("topic", mistake.topic());
                    json.put("mistake", mistake.missed() ? "missed" : "wrong");
                    json.put("title", mistake.article().title());
                    return json;
                })
                .toList();
    }
}
