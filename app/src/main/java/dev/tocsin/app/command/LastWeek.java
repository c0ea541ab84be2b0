package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.evaluation.AlertReplay;
import dev.tocsin.app.evaluation.ConditionCounts;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.enrich.alert.file.RuleLint;
import dev.tocsin.enrich.annotate.Annotator;
import dev.tocsin.enrich.lint.Finding;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.sink.postgres.StoryHistory;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Holds rules against the stories of last week. */
final class LastWeek {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final double TOO_OFTEN = 0.2;
    private static final int FEWEST_STORIES = 20;

    private final AlertReplay replay;
    private final ConditionCounts conditions;

    private LastWeek(List<AlertRule> rules, Annotator annotator) {
        this.conditions = new ConditionCounts(rules);
        this.replay = new AlertReplay(rules, annotator, conditions::take);
    }

    /** Whether there is a database to ask; none is made. */
    static boolean isStored(Configuration configuration) {
        return configuration.postgres().url().isPresent()
                || Files.exists(new DataFolder(configuration.data()).postgres());
    }

    /**
     * Warnings about rules that would have fired all the time, or whose conditions nothing fits.
     *
     * @param file name for messages
     */
    static List<Finding> check(
            String file, AlertRulesSource source, StoreAccess store, Instant now) {
        List<AlertRule> story =
                source.list().rules().stream()
                        .filter(rule -> rule.getKind() == AlertKind.STORY)
                        .toList();
        LastWeek week = new LastWeek(story, new Annotator(source.codebook().annotations()));
        new StoryHistory(store.dataSource()).read(now.minus(WEEK), week.replay::take);
        return week.findings(file, story);
    }

    private List<Finding> findings(String file, List<AlertRule> rules) {
        List<Finding> findings = new ArrayList<>();
        int stories = replay.stories();
        if (stories < FEWEST_STORIES) {
            Messages.say(
                    "only %d stories of last week are stored: too few to tell how often rules fire"
                            .formatted(stories));
            return findings;
        }
        for (AlertRule rule : rules) {
            int fired = replay.firings(rule.getId()).size();
            if (fired > TOO_OFTEN * stories) {
                findings.add(RuleLint.warning(file, rule, tooOften(fired, stories)));
            } else if (fired == 0) {
                conditions
                        .unmet(rule.getId())
                        .forEach(unmet -> findings.add(RuleLint.warning(file, rule, unmet(unmet))));
            }
        }
        return findings;
    }

    private static String tooOften(int fired, int stories) {
        return String.format(
                Locale.ROOT,
                "would have fired on %.0f %% of last week's stories (%d of %d)",
                100.0 * fired / stories,
                fired,
                stories);
    }

    private String unmet(String condition) {
        return "may never fire: none of last week's %d articles fits its %s"
                .formatted(replay.articles(), condition);
    }
}
