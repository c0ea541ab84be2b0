package dev.tocsin.app.pipeline;

import dev.tocsin.enrich.alert.rate.FeedSilence;
import dev.tocsin.enrich.alert.rate.OpenAlert;
import dev.tocsin.enrich.alert.rate.SilenceDesk;
import dev.tocsin.enrich.alert.rate.TopicVolume;
import dev.tocsin.enrich.alert.rate.VolumeDesk;
import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.sink.postgres.AlertRuleQueries;
import dev.tocsin.sink.postgres.RateQueries;
import dev.tocsin.sink.postgres.RateQueries.StoredSilence;
import dev.tocsin.sink.postgres.RateQueries.StoredVolume;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Holds the rate rules in force against what is stored. */
final class RateRules {
    private static final Duration SILENCES_LOOKED_AT = Duration.ofDays(14);
    private static final Duration BURSTS_LOOKED_AT = Duration.ofDays(14);
    private static final Duration SILENCES_NEWLY_TOLD = Duration.ofDays(3);
    private static final int HOURS_PER_MINUTE_OF_WAIT = 6;

    private final Supplier<List<AlertRule>> rules;
    private final RateQueries rates;
    private final ToldAlerts told;
    private final Consumer<TopicVolume> witness;

    private RateRules(
            Supplier<List<AlertRule>> rules,
            RateQueries rates,
            ToldAlerts told,
            Consumer<TopicVolume> witness) {
        this.rules = rules;
        this.rates = rates;
        this.told = told;
        this.witness = witness;
    }

    /** The rules in force, which go on with the alerts that are stored. */
    static RateRules inForce(DataSource dataSource) {
        AlertRuleQueries rules = new AlertRuleQueries(dataSource);
        RateQueries rates = new RateQueries(dataSource);
        return new RateRules(
                () -> rules.list().stream().map(AlertRuleQueries.ListedRule::rule).toList(),
                rates,
                new ToldAlerts(Optional.of(rates)),
                volume -> {});
    }

    /**
     * A rule that has not told anything yet.
     *
     * @param witness gets every volume that it looks at
     */
    static RateRules afresh(AlertRule rule, DataSource dataSource, Consumer<TopicVolume> witness) {
        return new RateRules(
                () -> List.of(rule),
                new RateQueries(dataSource),
                new ToldAlerts(Optional.empty()),
                witness);
    }

    /** The alerts that are due now. */
    List<Alert> due(Instant now) {
        List<Alert> alerts = new ArrayList<>();
        List<AlertRule> inForce = inForce();
        if (inForce.stream().anyMatch(rule -> rule.getKind() == AlertKind.FEED_SILENCE)) {
            List<FeedSilence> silences = silences(now);
            inForce.stream()
                    .filter(rule -> rule.getKind() == AlertKind.FEED_SILENCE)
                    .forEach(rule ->
                            silences.forEach(
                                    silence -> silent(rule, silence, now).ifPresent(alerts::add)));
        }
        inForce.stream()
                .filter(rule -> rule.getKind() == AlertKind.VOLUME && isItsMinute(rule, now))
                .forEach(rule -> alerts.addAll(loud(rule, now)));
        return alerts;
    }

    /** The alert has been told. */
    void told(Alert alert) {
        told.add(alert);
    }

    private List<AlertRule> inForce() {
        return rules.get().stream().filter(AlertRule::getEnabled).toList();
    }

    private List<FeedSilence> silences(Instant now) {
        return rates.silences(now.minus(SILENCES_LOOKED_AT)).stream()
                .filter(silence -> !silence.since().isAfter(now))
                .map(silence -> silence(silence, now))
                .toList();
    }

    /** A rule that is new does not tell of what has been silent for weeks. */
    private Optional<Alert> silent(AlertRule rule, FeedSilence silence, Instant now) {
        String id = SilenceDesk.id(rule, silence);
        int sequence = told.last(id).map(OpenAlert::sequence).orElse(0);
        boolean isOld = silence.since().isBefore(now.minus(SILENCES_NEWLY_TOLD));
        return sequence == 0 && isOld
                ? Optional.empty()
                : SilenceDesk.decide(rule, silence, sequence);
    }

    private List<Alert> loud(AlertRule rule, Instant now) {
        List<Alert> alerts = new ArrayList<>();
        List<StoredVolume> volumes =
                rates.volumes(rule.getConflictTopics(), rule.getConfirmedOnly(), hours(rule), now);
        for (StoredVolume volume : volumes) {
            Optional<OpenAlert> last = told.last(rule.getId(), volume.conflictTopic());
            TopicVolume looked = volume(volume, now);
            witness.accept(looked);
            VolumeDesk.decide(rule, looked, last, now)
                    .map(alert -> withEvidence(rule, alert, now))
                    .ifPresent(alerts::add);
        }
        Set<String> topics =
                volumes.stream().map(StoredVolume::conflictTopic).collect(Collectors.toSet());
        told.underWay(rule.getId(), now.minus(BURSTS_LOOKED_AT))
                .forEach((topic, last) -> {
                    if (!topics.contains(topic)) {
                        VolumeDesk.end(rule, topic, last, now).ifPresent(alerts::add);
                    }
                });
        return alerts;
    }

    private Alert withEvidence(AlertRule rule, Alert alert, Instant now) {
        if (alert.getEndedAt().isPresent()) {
            return alert;
        }
        String topic = alert.getConflictTopics().getFirst();
        return Alert.newBuilder(alert)
                .setEvidence(rates.evidence(topic, rule.getConfirmedOnly(), hours(rule), now))
                .build();
    }

    /** Long windows change slowly and cost more to count. */
    private static boolean isItsMinute(AlertRule rule, Instant now) {
        long minute = now.truncatedTo(ChronoUnit.MINUTES).getEpochSecond() / 60;
        return minute % minutesBetweenLooks(rule) == 0;
    }

    static int minutesBetweenLooks(AlertRule rule) {
        return Math.max(1, hours(rule) / HOURS_PER_MINUTE_OF_WAIT);
    }

    private static int hours(AlertRule rule) {
        return VolumeDesk.condition(rule).getHours();
    }

    private static TopicVolume volume(StoredVolume volume, Instant now) {
        return new TopicVolume(
                volume.conflictTopic(),
                now,
                volume.stories(),
                volume.articles(),
                volume.independentOrigins(),
                volume.firstSeen(),
                volume.formerWeeks(),
                List.of());
    }

    private static FeedSilence silence(StoredSilence silence, Instant now) {
        Optional<Instant> end =
                Optional.ofNullable(silence.end()).filter(each -> !each.isAfter(now));
        return new FeedSilence(
                silence.feedId(),
                silence.url(),
                silence.title(),
                Optional.ofNullable(silence.publisher()),
                silence.fails(),
                silence.since(),
                silence.reason(),
                end,
                Optional.ofNullable(silence.relief()).orElse(""));
    }
}
