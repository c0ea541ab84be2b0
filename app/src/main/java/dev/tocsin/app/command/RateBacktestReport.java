package dev.tocsin.app.command;

import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.RateReplay;
import dev.tocsin.app.pipeline.RateReplay.Figures;
import dev.tocsin.app.pipeline.RateReplay.Firing;
import dev.tocsin.ingest.schedule.Spans;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a rule about rates would have told, for people or machines. */
final class RateBacktestReport {
    private final AlertRule rule;
    private final Instant from;
    private final RateReplay replay;

    RateBacktestReport(AlertRule rule, Instant from, RateReplay replay) {
        this.rule = rule;
        this.from = from;
        this.replay = replay;
    }

    void print(OutputFlag output) {
        output.print(json(), isVolume() ? bursts() : silences());
        if (!output.isJson()) {
            Messages.say(summary());
        }
    }

    private boolean isVolume() {
        return rule.getKind() == AlertKind.VOLUME;
    }

    private Table bursts() {
        Table table =
                new Table(
                        "raised",
                        "topic",
                        "stories",
                        "usual",
                        "spread",
                        "deviations",
                        "weeks",
                        "lasted");
        for (Firing firing : replay.firings()) {
            firing.figures().ifPresent(figures -> burst(table, firing, figures));
        }
        return table;
    }

    private static void burst(Table table, Firing firing, Figures figures) {
        table.row(
                raised(firing),
                firing.raised().getConflictTopics().getFirst(),
                figures.stories(),
                decimal(figures.median()),
                decimal(figures.spread()),
                decimal(figures.deviations()),
                figures.weeks(),
                lasted(firing));
    }

    private Table silences() {
        Table table = new Table("raised", "what", "why", "lasted");
        for (Firing firing : replay.firings()) {
            table.row(
                    raised(firing),
                    firing.raised().getTitle(),
                    firing.raised().getText(),
                    lasted(firing));
        }
        return table;
    }

    private static Instant raised(Firing firing) {
        return firing.raised().getRaisedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String lasted(Firing firing) {
        return firing.last()
                .getEndedAt()
                .map(end -> Spans.text(Duration.between(firing.raised().getRaisedAt(), end)))
                .orElse("not over");
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private String summary() {
        int fired = replay.firings().size();
        String text =
                "rule \"%s\" would have fired %s since %s, looked at every %s"
                        .formatted(
                                rule.getId(),
                                fired == 1 ? "once" : fired + " times",
                                from.truncatedTo(ChronoUnit.MINUTES),
                                Spans.text(replay.step()));
        return isVolume() ? text + limits() : text;
    }

    private String limits() {
        if (replay.windows() == 0) {
            return "; no article on its topics is stored of that time";
        }
        if (replay.windowsUnknown() == 0) {
            return "";
        }
        String unknown =
                "; nothing can be said of %d of %d windows: fewer than 3 of the 8 weeks before are stored"
                        .formatted(replay.windowsUnknown(), replay.windows());
        return replay.judgedFrom()
                .map(first -> unknown + "; judged from " + first.truncatedTo(ChronoUnit.MINUTES))
                .orElse(unknown);
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", rule.getId());
        json.put("ruleVersion", rule.getVersion());
        json.put("since", from.toString());
        json.put("secondsBetweenLooks", replay.step().toSeconds());
        if (isVolume()) {
            json.put("windows", replay.windows());
            json.put("windowsWithoutHistory", replay.windowsUnknown());
            json.put("windowsUnusual", replay.windowsUnusual());
            json.put("judgedFrom", replay.judgedFrom().map(Instant::toString).orElse(null));
        }
        json.put("fired", replay.firings().size());
        json.put("alerts", replay.firings().stream().map(RateBacktestReport::json).toList());
        return json;
    }

    private static Map<String, Object> json(Firing firing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", firing.raised().getId());
        json.put("subject", firing.raised().getSubject());
        json.put("title", firing.raised().getTitle());
        json.put("text", firing.raised().getText());
        json.put("raisedAt", firing.raised().getRaisedAt().toString());
        json.put("endedAt", firing.last().getEndedAt().map(Instant::toString).orElse(null));
        firing.figures()
                .ifPresent(figures -> {
                    json.put("conflictTopic", firing.raised().getConflictTopics().getFirst());
                    json.put("stories", figures.stories());
                    json.put("median", figures.median());
                    json.put("spread", figures.spread());
                    json.put("deviations", figures.deviations());
                    json.put("weeks", figures.weeks());
                });
        return json;
    }
}
