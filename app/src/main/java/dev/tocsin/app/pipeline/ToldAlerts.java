package dev.tocsin.app.pipeline;

import dev.tocsin.enrich.alert.rate.OpenAlert;
import dev.tocsin.enrich.alert.rate.VolumeDesk;
import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.sink.postgres.RateQueries;
import dev.tocsin.sink.postgres.RateQueries.ToldAlert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The alerts of rate rules that have been told: those that are stored, and those of this process,
 * which the tables may not have yet. The later record of an alert counts.
 */
final class ToldAlerts {
    private static final Duration MEMORY = Duration.ofDays(30);

    private final Optional<RateQueries> stored;
    private final Map<String, OpenAlert> own = new HashMap<>();

    /**
     * @param stored the tables, if what stands there counts
     */
    ToldAlerts(Optional<RateQueries> stored) {
        this.stored = stored;
    }

    void add(Alert alert) {
        Instant old = alert.getUpdatedAt().minus(MEMORY);
        own.values().removeIf(each -> each.updatedAt().isBefore(old));
        own.put(
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

    /** The alert of the id. */
    Optional<OpenAlert> last(String id) {
        return later(id, stored.flatMap(each -> each.told(id)));
    }

    /** The last burst on the topic that the rule told of. */
    Optional<OpenAlert> last(String ruleId, String conflictTopic) {
        String prefix = VolumeDesk.subjectPrefix(conflictTopic);
        return later(key(ruleId, prefix), stored.flatMap(each -> each.lastTold(ruleId, prefix)));
    }

    /** Bursts of the rule that may not be over, by topic; of some of them nothing is left. */
    Map<String, OpenAlert> underWay(String ruleId, Instant after) {
        Map<String, OpenAlert> open = new TreeMap<>();
        stored.ifPresent(alerts ->
                alerts.underWay(ruleId, after)
                        .forEach(each ->
                                open.putIfAbsent(
                                        VolumeDesk.conflictTopic(each.subject()), open(each))));
        own.forEach((key, each) -> {
            String topic = VolumeDesk.conflictTopic(each.subject());
            if (key.equals(key(ruleId, VolumeDesk.subjectPrefix(topic)))) {
                open.merge(topic, each, (a, b) -> a.updatedAt().isAfter(b.updatedAt()) ? a : b);
            }
        });
        return open;
    }

    private Optional<OpenAlert> later(String key, Optional<ToldAlert> read) {
        Optional<OpenAlert> known = Optional.ofNullable(own.get(key));
        return Stream.concat(known.stream(), read.map(ToldAlerts::open).stream())
                .max(Comparator.comparing(OpenAlert::updatedAt));
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
}
