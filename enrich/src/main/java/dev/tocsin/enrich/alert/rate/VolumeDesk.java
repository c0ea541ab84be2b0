package dev.tocsin.enrich.alert.rate;

import dev.tocsin.enrich.alert.AlertId;
import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.VolumeCondition;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether a topic's volume is worth an alert: a pure function. One burst is one alert,
 * which is updated while the burst goes on, and once more when it is over: when the volume has been
 * usual for as long as the window.
 */
public final class VolumeDesk {
    private static final Duration REMINDER = Duration.ofMinutes(15);
    private static final Duration UNSEEN = Duration.ofDays(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private VolumeDesk() {}

    /**
     * The alert that is due, if any.
     *
     * @param last the alert that was told last for the rule and the topic
     */
    public static Optional<Alert> decide(
            AlertRule rule, TopicVolume volume, Optional<OpenAlert> last, Instant now) {
        VolumeCondition condition = condition(rule);
        return switch (VolumeVerdict.of(condition, volume.stories(), volume.formerWeeks())) {
            case VolumeVerdict.TooLittleHistory _, VolumeVerdict.Usual _ ->
                    last.flatMap(each -> end(rule, volume.conflictTopic(), each, now));
            case VolumeVerdict.Unusual unusual -> {
                Optional<OpenAlert> open = last.filter(each -> isOpen(each, condition, now));
                yield open.isPresent()
                        ? open.filter(each -> isNews(each, volume, now))
                                .map(each -> again(rule, condition, volume, unusual, each, now))
                        : Optional.of(first(rule, condition, volume, unusual, now));
            }
        };
    }

    /**
     * The end of a burst on a topic of which nothing unusual is there now, if it is due. Nothing is
     * said of bursts of which nobody has seen the end, as Tocsin did not run.
     */
    public static Optional<Alert> end(
            AlertRule rule, String conflictTopic, OpenAlert last, Instant now) {
        VolumeCondition condition = condition(rule);
        boolean isUnderWay = last.isOver() || isOpen(last, condition, now);
        boolean isUnseen = isOpen(last, condition, now.minus(UNSEEN));
        return isUnderWay || !isUnseen
                ? Optional.empty()
                : Optional.of(over(rule, condition, conflictTopic, last, now));
    }

    /** What the subject of a rule's alert begins with. */
    public static String subjectPrefix(String conflictTopic) {
        return conflictTopic + " ";
    }

    /** The topic of an alert with that subject. */
    public static String conflictTopic(String subject) {
        return subject.substring(0, subject.indexOf(' '));
    }

    /** What is unusual for the rule: as it says, else an hour, four deviations, five stories. */
    public static VolumeCondition condition(AlertRule rule) {
        return rule.getVolume().orElseGet(() -> new VolumeCondition(1, 4.0, 5));
    }

    private static boolean isOpen(OpenAlert alert, VolumeCondition condition, Instant now) {
        return !alert.isOver()
                && alert.updatedAt().plus(Duration.ofHours(condition.getHours())).isAfter(now);
    }

    /** An update says that the burst grows, or from time to time that it goes on. */
    private static boolean isNews(OpenAlert alert, TopicVolume volume, Instant now) {
        return volume.articles() > alert.articles()
                || !alert.updatedAt().plus(REMINDER).isAfter(now);
    }

    private static Alert first(
            AlertRule rule,
            VolumeCondition condition,
            TopicVolume volume,
            VolumeVerdict.Unusual unusual,
            Instant now) {
        Instant begin =
                volume.end()
                        .minus(Duration.ofHours(condition.getHours()))
                        .truncatedTo(ChronoUnit.MINUTES);
        String subject = subjectPrefix(volume.conflictTopic()) + begin;
        OpenAlert alert =
                new OpenAlert(AlertId.of(rule.getId(), subject), 1, subject, now, now, 0, 0, false);
        return alert(rule, condition, volume, unusual, alert, now);
    }

    private static Alert again(
            AlertRule rule,
            VolumeCondition condition,
            TopicVolume volume,
            VolumeVerdict.Unusual unusual,
            OpenAlert last,
            Instant now) {
        OpenAlert next =
                new OpenAlert(
                        last.id(),
                        last.sequence() + 1,
                        last.subject(),
                        last.raisedAt(),
                        now,
                        0,
                        0,
                        false);
        return alert(rule, condition, volume, unusual, next, now);
    }

    private static Alert alert(
            AlertRule rule,
            VolumeCondition condition,
            TopicVolume volume,
            VolumeVerdict.Unusual unusual,
            OpenAlert alert,
            Instant now) {
        return named(rule, volume.conflictTopic(), alert)
                .setSequence(alert.sequence())
                .setTitle(title(condition, volume, unusual.baseline()))
                .setText(text(condition, volume, unusual))
                .setUpdatedAt(now.truncatedTo(ChronoUnit.MILLIS))
                .setFirstSeen(volume.firstSeen().truncatedTo(ChronoUnit.MILLIS))
                .setArticles(volume.articles())
                .setIndependentOrigins(volume.independentOrigins())
                .setStoryArticles(volume.articles())
                .setEvidence(volume.evidence())
                .build();
    }

    private static Alert over(
            AlertRule rule,
            VolumeCondition condition,
            String conflictTopic,
            OpenAlert last,
            Instant now) {
        return named(rule, conflictTopic, last)
                .setSequence(last.sequence() + 1)
                .setTitle(conflictTopic + ": as usual again")
                .setText(
                        "Over after %s: as usual for the last %d h."
                                .formatted(
                                        Lasting.text(last.raisedAt(), last.updatedAt()),
                                        condition.getHours()))
                .setUpdatedAt(now.truncatedTo(ChronoUnit.MILLIS))
                .setFirstSeen(last.raisedAt().truncatedTo(ChronoUnit.MILLIS))
                .setArticles(last.articles())
                .setIndependentOrigins(last.independentOrigins())
                .setStoryArticles(last.articles())
                .setEndedAt(last.updatedAt().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    private static Alert.Builder named(AlertRule rule, String conflictTopic, OpenAlert alert) {
        return Alert.newBuilder()
                .setId(alert.id())
                .setKind(AlertKind.VOLUME)
                .setRuleId(rule.getId())
                .setRuleName(rule.getName())
                .setRuleVersion(rule.getVersion())
                .setSubject(alert.subject())
                .setRaisedAt(alert.raisedAt().truncatedTo(ChronoUnit.MILLIS))
                .setConflictTopics(List.of(conflictTopic))
                .setDelivery(rule.getDelivery());
    }

    private static String title(VolumeCondition condition, TopicVolume volume, Baseline usual) {
        return String.format(
                Locale.ROOT,
                "%s: %d stories in %d h, usually %.0f",
                volume.conflictTopic(),
                volume.stories(),
                condition.getHours(),
                usual.median());
    }

    private static String text(
            VolumeCondition condition, TopicVolume volume, VolumeVerdict.Unusual unusual) {
        return String.format(
                Locale.ROOT,
                "%d stories (%d articles, %d independent origins) in the %d h to %s; the same hours"
                        + " of %d former weeks had %.0f at the median and %d at most; %.1f"
                        + " deviations above.",
                volume.stories(),
                volume.articles(),
                volume.independentOrigins(),
                condition.getHours(),
                TIME.format(volume.end()),
                volume.formerWeeks().size(),
                unusual.baseline().median(),
                Collections.max(volume.formerWeeks()),
                unusual.deviations());
    }
}
