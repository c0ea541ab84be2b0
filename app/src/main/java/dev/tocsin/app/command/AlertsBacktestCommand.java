package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.evaluation.AlertReplay;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.app.pipeline.RateReplay;
import dev.tocsin.enrich.alert.file.RuleList;
import dev.tocsin.enrich.annotate.Annotator;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.sink.postgres.AlertRuleQueries;
import dev.tocsin.sink.postgres.StoryHistory;
import dev.tocsin.yaml.Keys;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "backtest",
        description = {
            "Tells what a rule would have told: which stories, when, after how many origins.",
            "Nothing is sent and nothing is stored."
        },
        footer = {
            "",
            "Articles are taken in the order of their arrival, each in the story that it is in",
            "now and with the tags that it has now. Rules about rates are looked at every quarter",
            "of an hour instead of every minute."
        })
final class AlertsBacktestCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();
    @Mixin private SinceFlag since = new SinceFlag();

    @Parameters(paramLabel = "RULE", description = "Name of the rule.")
    private String ruleId = "";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "File with the rule. Default: the one in force, then rules of the API.")
    private @Nullable Path file;

    @Override
    public Integer call() throws ConfigurationException {
        Instant now = Instant.now();
        Instant from = since.from(now);
        Configuration configuration = flags.configuration();
        Optional<AlertRule> written = written(configuration);
        try (StoreAccess store = StoreAccess.open(configuration)) {
            AlertRule rule = enabled(written.isPresent() ? written.get() : stored(store));
            switch (rule.getKind()) {
                case VOLUME, FEED_SILENCE -> rates(rule, store, from, now);
                case STORY, UNKNOWN -> stories(rule, store, from, configuration);
            }
        }
        return ExitCodes.DONE;
    }

    private void stories(
            AlertRule rule, StoreAccess store, Instant from, Configuration configuration)
            throws ConfigurationException {
        AlertReplay replay = new AlertReplay(List.of(rule), annotator(configuration));
        StoryHistory history = new StoryHistory(store.dataSource());
        history.read(from, replay::take);
        new BacktestReport(rule, from, replay, history.newest()).print(output);
    }

    private void rates(AlertRule rule, StoreAccess store, Instant from, Instant now) {
        RateReplay replay = RateReplay.of(rule, store.dataSource(), from, now);
        new RateBacktestReport(rule, from, replay).print(output);
    }

    private static Annotator annotator(Configuration configuration) throws ConfigurationException {
        return new Annotator(EnrichAssembly.codebook(configuration).annotations());
    }

    private Optional<AlertRule> written(Configuration configuration) throws ConfigurationException {
        if (file == null && !AlertRulesSource.isThere(configuration)) {
            return Optional.empty();
        }
        RuleList list = AlertRulesSource.read(file, configuration).list();
        if (!list.isSound()) {
            throw new ConfigurationException(list.complaint());
        }
        Optional<AlertRule> rule =
                list.rules().stream().filter(each -> each.getId().equals(ruleId)).findFirst();
        if (rule.isEmpty() && file != null) {
            throw unknown(list.rules());
        }
        return rule;
    }

    private AlertRule stored(StoreAccess store) throws ConfigurationException {
        List<AlertRule> rules =
                new AlertRuleQueries(store.dataSource())
                        .list().stream().map(AlertRuleQueries.ListedRule::rule).toList();
        for (AlertRule rule : rules) {
            if (rule.getId().equals(ruleId)) {
                return rule;
            }
        }
        throw unknown(rules);
    }

    private ConfigurationException unknown(List<AlertRule> rules) {
        List<String> ids = rules.stream().map(AlertRule::getId).toList();
        return new ConfigurationException(
                ids.isEmpty()
                        ? "unknown rule \"%s\"; there are no rules yet, see docs/alerts.md"
                                .formatted(ruleId)
                        : Keys.unknown("rule", ruleId, ids));
    }

    private static AlertRule enabled(AlertRule rule) throws ConfigurationException {
        if (rule.getKind() == AlertKind.UNKNOWN) {
            throw new ConfigurationException(
                    "rule \"%s\" is of a kind that this version does not know"
                            .formatted(rule.getId()));
        }
        return AlertRule.newBuilder(rule).setEnabled(true).build();
    }
}
