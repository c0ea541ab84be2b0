package dev.tocsin.app.pipeline;

import dev.tocsin.enrich.alert.rate.FeedSilence;
import dev.tocsin.enrich.alert.rate.OpenAlert;
import dev.tocsin.enrich.alert.rate.SilenceDesk;
import dev.tocsin.enrich.alert.rate.TopicVolume;
import dev.tocsin.enrich.alert.rate.VolumeDesk;
import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.VolumeCondition;
import dev.tocsin.sink.postgres.AlertRuleQueries;
import dev.tocsin.sink.postgres.RateQueries;
import dev.tocsin.sink.postgres.RateQueries.StoredSilence;
import dev.tocsin.sink.postgres.RateQueries.StoredVolume;
import dev.tocsin.sink.postgres.RateQueries.ToldAlert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Holds the rate rules in force against what is stored. */
final class RateRules {
    private static final Duration SILENCES_LOOKED_AT = Duration.ofDays(14);
    private static final Duration SILENCES_NEWLY_TOLD = Duration.ofDays(3);
    private static final Duration MEMORY = Duration.ofDays(30);
    private static final int HOURS_PER_MINUTE_OF_WAIT = 6;

    private final Supplier<List<AlertRule>> rules;
    private final RateQueries rates;
    private final Optional<RateQueries> stored;
    private final Consumer<TopicVolume> witness;

    /** What was told by this process; the tables may lag behind. */
    private final Map<String, OpenAlert> told = new HashMap<>();

    private RateRules(
            Supplier<List<AlertRule>> rules,
            RateQueries rates,
            Optional<RateQueries> stored,
            Consumer<TopicVolume> witness) {
        this.rules = rules;
        this.rates = rates;
        this.stored = stored;
        this.witness = witness;
    }

    /** The rules in force, which go on with the alerts that are stored. */
    static RateRules inForce(DataSource dataSource) {
        AlertRuleQueries rules = new AlertRuleQueries(dataSource);
        RateQueries rates = new RateQueries(dataSource);
        return new RateRules(
                () -> rules.list().stream().map(AlertRuleQueries.ListedRule::rule).toList(),
                rates,
                Optional.of(rates),
                volume -> {});
    }

    /**
     * A rule that has not told anything yet.
     *
     * @param witness gets every volume that it looks at
     */
    static RateRules afresh(AlertRule rule, DataSource dataSource, Consumer<TopicVolume> witness) {
        return new RateRules(
                () -> List.of(rule), new RateQueries(dataSource), Optional.empty(), witness);
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
        Instant old = alert.getUpdatedAt().minus(MEMORY);
        told.values().removeIf(each -> each.updatedAt().isBefore(old));
        told.put(
                key(alert),
                new OpenAlert(
                        alert.getId(),
                        alert.getSequence(),
                        alert.getSubject(),
                        alert.getRaisedAt(),
                        alert.getUpdatedAt(),
                        alert.getArticles(),
                        alert.getIndependentOrigins(),
                        alert.getEndedAt().isPresent()));
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
        int sequence =
                last(id, stored.flatMap(each -> each.told(id))).map(OpenAlert::sequence).orElse(0);
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
            String prefix = VolumeDesk.subjectPrefix(volume.conflictTopic());
            Optional<OpenAlert> last =
                    last(
                            key(rule.getId(), prefix),
                            stored.flatMap(each -> each.lastTold(rule.getId(), prefix)));
            TopicVolume looked = volume(volume, now);
            witness.accept(looked);
            VolumeDesk.decide(rule, looked, last, now)
                    .map(alert -> withEvidence(rule, alert, now))
                    .ifPresent(alerts::add);
        }
        Set<String> topics =
                volumes.stream().map(StoredVolume::conflictTopic).collect(Collectors.toSet());
        underWay(rule, now)
                .forEach((topic, last) -> {
                    if (!topics.contains(topic)) {
                        VolumeDesk.end(rule, topic, last, now).ifPresent(alerts::add);
                    }
                });
        return alerts;
    }

    /** Bursts of the rule that may not be over, by topic; of some of them nothing is left. */
    private Map<String, OpenAlert> underWay(AlertRule rule, Instant now) {
        Map<String, OpenAlert> open = new TreeMap<>();
        Instant after = now.minus(SILENCES_LOOKED_AT);
        stored.ifPresent(alerts ->
                alerts.underWay(rule.getId(), after)
                        .forEach(each ->
                                open.putIfAbsent(
                                        VolumeDesk.conflictTopic(each.subject()), open(each))));
        told.forEach((key, each) -> {
            String topic = VolumeDesk.conflictTopic(each.subject());
            if (key.equals(key(rule.getId(), VolumeDesk.subjectPrefix(topic)))) {
                open.merge(topic, each, (a, b) -> a.updatedAt().isAfter(b.updatedAt()) ? a : b);
            }
        });
        return open;
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
        return rule.getVolume().map(VolumeCondition::getHours).orElse(1);
    }

    private Optional<OpenAlert> last(String key, Optional<ToldAlert> stored) {
        Optional<OpenAlert> known = Optional.ofNullable(told.get(key));
        Optional<OpenAlert> read = stored.map(RateRules::open);
        return known.isPresent() && read.isPresent()
                ? read.filter(each -> each.updatedAt().isAfter(known.get().updatedAt()))
                        .or(() -> known)
                : known.or(() -> read);
    }

    private static String key(Alert alert) {
        return alert.getKind() == AlertKind.VOLUME
                ? key(
                        alert.getRuleId(),
                        VolumeDesk.subjectPrefix(alert.getConflictTopics().getFirst()))
                : alert.getId();
    }

    private static String key(String ruleId, String subjectPrefix) {
        return ruleId + " " + subjectPrefix;
    }

    private static OpenAlert open(ToldAlert alert) {
        return new OpenAlert(
                alert.id(),
                alert.sequence(),
                alert.subject(),
                alert.raisedAt(),
                alert.updatedAt(),
                alert.articles(),
                alert.independentOrigins(),
                alert.isOver());
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
