package dev.tocsin.app.command;

import dev.tocsin.app.pipeline.RateReplay;
import dev.tocsin.enrich.alert.file.RuleLint;
import dev.tocsin.enrich.alert.rate.SilenceDesk;
import dev.tocsin.enrich.lint.Finding;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.sink.postgres.RateQueries;
import dev.tocsin.sink.postgres.RateQueries.ListedFeed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.sql.DataSource;

/** Holds rules about rates against last week. */
final class LastWeekRates {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final double TOO_OFTEN = 0.2;
    private static final int FEWEST_FEEDS = 5;

    private final String file;
    private final DataSource dataSource;
    private final Instant now;

    private LastWeekRates(String file, DataSource dataSource, Instant now) {
        this.file = file;
        this.dataSource = dataSource;
        this.now = now;
    }

    /**
     * Warnings about rules that would have fired all the time, or that cannot fire.
     *
     * @param file name for messages
     */
    static List<Finding> check(
            String file, List<AlertRule> rules, DataSource dataSource, Instant now) {
        LastWeekRates week = new LastWeekRates(file, dataSource, now);
        List<Finding> findings = new ArrayList<>();
        for (AlertRule rule : rules) {
            if (rule.getEnabled()) {
                week.warning(rule)
                        .map(message -> RuleLint.warning(week.file, rule, message))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<String> warning(AlertRule rule) {
        return switch (rule.getKind()) {
            case VOLUME -> volume(replay(rule));
            case FEED_SILENCE -> silence(rule);
            case STORY, UNKNOWN -> Optional.empty();
        };
    }

    private RateReplay replay(AlertRule rule) {
        return RateReplay.of(rule, dataSource, now.minus(WEEK), now);
    }

    private static Optional<String> volume(RateReplay replay) {
        int judged = replay.windows() - replay.windowsUnknown();
        if (replay.windows() == 0) {
            return Optional.of("may never fire: none of last week's articles is on its topics");
        }
        if (judged == 0) {
            return Optional.of(
                    "cannot fire yet: fewer than 3 of the 8 weeks before last week are stored");
        }
        return replay.windowsUnusual() > TOO_OFTEN * judged
                ? Optional.of(
                        tooOften("was unusual in", replay.windowsUnusual(), judged, "windows"))
                : Optional.empty();
    }

    private Optional<String> silence(AlertRule rule) {
        List<ListedFeed> listed = new RateQueries(dataSource).feeds();
        long about = listed.stream().filter(feed -> isAbout(rule, feed)).count();
        if (about == 0 && !listed.isEmpty()) {
            return Optional.of(
                    "can never fire: none of the %d listed feeds is one of its feeds or publishers"
                            .formatted(listed.size()));
        }
        int silent =
                (int)
                        replay(rule).firings().stream()
                                .map(firing -> feed(firing.raised().getSubject()))
                                .distinct()
                                .count();
        return about >= FEWEST_FEEDS && silent > TOO_OFTEN * about
                ? Optional.of(tooOften("would have told of", silent, (int) about, "feeds"))
                : Optional.empty();
    }

    private static boolean isAbout(AlertRule rule, ListedFeed feed) {
        return SilenceDesk.isAbout(
                rule, feed.id(), feed.url(), Optional.ofNullable(feed.publisher()));
    }

    private static String feed(String subject) {
        return subject.substring(0, subject.indexOf(' '));
    }

    private static String tooOften(String verb, int some, int all, String what) {
        return String.format(
                Locale.ROOT,
                "%s %.0f %% of last week's %s (%d of %d)",
                verb,
                100.0 * some / all,
                what,
                some,
                all);
    }
}
