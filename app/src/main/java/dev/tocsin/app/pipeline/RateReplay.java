package dev.tocsin.app.pipeline;

import dev.tocsin.enrich.alert.rate.TopicVolume;
import dev.tocsin.enrich.alert.rate.VolumeDesk;
import dev.tocsin.enrich.alert.rate.VolumeVerdict;
import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.VolumeCondition;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * What a rate rule would have told: the rules of the stream look at what is stored as they would
 * have looked at it then, only less often. Stories are those of now, and feeds those that are
 * listed now.
 */
public final class RateReplay {
    private static final int MINUTES_BETWEEN_LOOKS = 15;

    private final AlertRule rule;
    private final Map<String, Firing> firings = new LinkedHashMap<>();
    private final Map<String, Figures> latest = new HashMap<>();
    private int windows;
    private int windowsUnknown;
    private int windowsUnusual;
    private @Nullable Instant judgedFrom;

    private RateReplay(AlertRule rule) {
        this.rule = rule;
    }

    /**
     * What a burst was measured with.
     *
     * @param median of the same hours of former weeks
     * @param spread robust deviation of them, at least that of counts of such a median
     */
    public record Figures(
            int stories, double median, double spread, double deviations, int weeks) {}

    /**
     * An alert as it was raised and as it stood in the end.
     *
     * @param figures when it was raised; empty for silences
     */
    public record Firing(Alert raised, Alert last, Optional<Figures> figures) {}

    /**
     * Replays the time from one moment to another.
     *
     * @param rule of kind VOLUME or FEED_SILENCE, enabled
     */
    public static RateReplay of(
            AlertRule rule, DataSource dataSource, Instant from, Instant until) {
        RateReplay replay = new RateReplay(rule);
        RateRules rules = RateRules.afresh(rule, dataSource, replay::look);
        Duration step = replay.step();
        long steps = Math.ceilDiv(from.toEpochMilli(), step.toMillis());
        Instant now = Instant.EPOCH.plus(step.multipliedBy(steps));
        while (!now.isAfter(until)) {
            for (Alert alert : rules.due(now)) {
                rules.told(alert);
                replay.keep(alert, from);
            }
            now = now.plus(step);
        }
        return replay;
    }

    /** How long it is from one look to the next: some of those of the stream. */
    public Duration step() {
        int minutes = rule.getKind() == AlertKind.VOLUME ? RateRules.minutesBetweenLooks(rule) : 1;
        return Duration.ofMinutes((long) minutes * Math.ceilDiv(MINUTES_BETWEEN_LOOKS, minutes));
    }

    /** By the time they were raised. */
    public List<Firing> firings() {
        return List.copyOf(firings.values());
    }

    /** Windows that were looked at and had any article on a topic of the rule. */
    public int windows() {
        return windows;
    }

    /** Those of them with too few weeks before them to say what is usual. */
    public int windowsUnknown() {
        return windowsUnknown;
    }

    /** Those of them with far more stories than usual. */
    public int windowsUnusual() {
        return windowsUnusual;
    }

    /** The end of the first window of which anything can be said. */
    public Optional<Instant> judgedFrom() {
        return Optional.ofNullable(judgedFrom);
    }

    private void look(TopicVolume volume) {
        windows++;
        VolumeCondition condition = VolumeDesk.condition(rule);
        switch (VolumeVerdict.of(condition, volume.stories(), volume.formerWeeks())) {
            case VolumeVerdict.TooLittleHistory _ -> windowsUnknown++;
            case VolumeVerdict.Usual _ -> judged(volume);
            case VolumeVerdict.Unusual unusual -> {
                judged(volume);
                windowsUnusual++;
                latest.put(volume.conflictTopic(), figures(volume, unusual));
            }
        }
    }

    private static Figures figures(TopicVolume volume, VolumeVerdict.Unusual unusual) {
        return new Figures(
                volume.stories(),
                unusual.baseline().median(),
                unusual.baseline().spread(),
                unusual.deviations(),
                unusual.baseline().weeks());
    }

    private void judged(TopicVolume volume) {
        judgedFrom = judgedFrom == null ? volume.end() : judgedFrom;
    }

    /** A silence from before is no news of that time. */
    private void keep(Alert alert, Instant from) {
        if (!alert.getRaisedAt().isBefore(from)) {
            firings.merge(
                    alert.getId(),
                    new Firing(alert, alert, figures(alert)),
                    (before, now) -> new Firing(before.raised(), now.last(), before.figures()));
        }
    }

    private Optional<Figures> figures(Alert alert) {
        return alert.getConflictTopics().stream()
                .findFirst()
                .flatMap(topic -> Optional.ofNullable(latest.get(topic)));
    }
}
