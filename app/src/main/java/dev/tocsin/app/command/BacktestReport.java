package dev.tocsin.app.command;

import dev.tocsin.app.evaluation.AlertReplay;
import dev.tocsin.app.output.Table;
import dev.tocsin.ingest.schedule.Spans;
import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertEvidence;
import dev.tocsin.schemas.AlertRule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rule would have told, for people or machines. */
final class BacktestReport {
    private final AlertRule rule;
    private final Instant from;
    private final AlertReplay replay;
    private final Optional<Instant> newest;
    private final List<AlertReplay.Firing> firings;

    /**
     * @param newest time of the newest stored article, replayed or not
     */
    BacktestReport(AlertRule rule, Instant from, AlertReplay replay, Optional<Instant> newest) {
        this.rule = rule;
        this.from = from;
        this.replay = replay;
        this.newest = newest;
        this.firings = replay.firings(rule.getId());
    }

    void print(OutputFlag output) {
        Table table =
                new Table("raised", "story", "origins", "articles", "after", "first by", "first");
        firings.forEach(firing -> row(table, firing));
        output.print(json(), table);
        if (!output.isJson()) {
            Messages.say(summary());
        }
    }

    private static void row(Table table, AlertReplay.Firing firing) {
        AlertEvidence first = firing.raised().getEvidence().getFirst();
        table.row(
                firing.raised().getRaisedAt().truncatedTo(ChronoUnit.SECONDS),
                firing.last().getTitle(),
                firing.last().getIndependentOrigins(),
                firing.last().getArticles(),
                Spans.text(delay(firing)),
                first.getPublisher(),
                first.getUrl().orElse(first.getTitle()));
    }

    private String summary() {
        String times = firings.size() == 1 ? "once" : firings.size() + " times";
        String text =
                "rule \"%s\" would have fired %s since %s, in %d stories of %d articles"
                        .formatted(
                                rule.getId(),
                                times,
                                from.truncatedTo(ChronoUnit.MINUTES),
                                replay.stories(),
                                replay.articles());
        return firings.isEmpty()
                ? text + whatThereIs()
                : text + "; median " + Spans.text(median()) + " after the first report";
    }

    private String whatThereIs() {
        if (replay.articles() > 0) {
            return "";
        }
        return newest.map(BacktestReport::howToReach).orElse("; no article is stored yet");
    }

    private static String howToReach(Instant newest) {
        LocalDate day = LocalDate.ofInstant(newest, ZoneOffset.UTC);
        return "; the newest stored article is of %s, --since %s holds the week before it"
                .formatted(day, day.minusDays(6));
    }

    private static Duration delay(AlertReplay.Firing firing) {
        Duration delay =
                Duration.between(firing.raised().getFirstSeen(), firing.raised().getRaisedAt());
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    private Duration median() {
        List<Duration> sorted = firings.stream().map(BacktestReport::delay).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", rule.getId());
        json.put("ruleVersion", rule.getVersion());
        json.put("since", from.toString());
        json.put("stories", replay.stories());
        json.put("articles", replay.articles());
        json.put("newestStoredArticle", newest.map(Instant::toString).orElse(null));
        json.put("fired", firings.size());
        json.put("medianSecondsAfterFirst", firings.isEmpty() ? null : median().toSeconds());
        json.put("alerts", firings.stream().map(BacktestReport::json).toList());
        return json;
    }

    private static Map<String, Object> json(AlertReplay.Firing firing) {
        Alert last = firing.last();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", last.getId());
        json.put("story", last.getSubject());
        json.put("title", last.getTitle());
        json.put("text", last.getText());
        json.put("raisedAt", firing.raised().getRaisedAt().toString());
        json.put("firstSeen", last.getFirstSeen().toString());
        json.put("independentOrigins", last.getIndependentOrigins());
        json.put("articles", last.getArticles());
        json.put("evidence", last.getEvidence().stream().map(BacktestReport::json).toList());
        return json;
    }

    private static Map<String, Object> json(AlertEvidence article) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("article", article.getArticleId());
        json.put("title", article.getTitle());
        json.put("url", article.getUrl().orElse(null));
        json.put("publisher", article.getPublisher());
        json.put("origin", article.getOrigin());
        json.put("isCopy", article.getIsCopy());
        json.put("eventAt", article.getEventAt().toString());
        json.put(
                "quotes",
                article.getQuotes().stream()
                        .map(quote ->
                                Map.of(
                                        "reason", quote.getReason(),
                                        "before", quote.getBefore(),
                                        "words", quote.getWords(),
                                        "after", quote.getAfter()))
                        .toList());
        return json;
    }
}
