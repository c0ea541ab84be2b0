package dev.tocsin.enrich.alert.rate;

import dev.tocsin.enrich.alert.AlertId;
import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether a feed's silence is worth an alert: a pure function. Each silence is one alert,
 * which is updated once when it is over.
 */
public final class SilenceDesk {
    private static final int TOLD = 1;
    private static final int TOLD_OF_THE_END = 2;

    private SilenceDesk() {}

    /** The id of the alert that the rule has for this silence. */
    public static String id(AlertRule rule, FeedSilence silence) {
        return AlertId.of(rule.getId(), subject(silence));
    }

    /**
     * The alert that is due, if any.
     *
     * @param told sequence of the alert as it was told last; 0 if it was not told yet
     */
    public static Optional<Alert> decide(AlertRule rule, FeedSilence silence, int told) {
        if (!fits(rule, silence)) {
            return Optional.empty();
        }
        if (silence.end().isEmpty()) {
            return told >= TOLD
                    ? Optional.empty()
                    : Optional.of(alert(rule, silence, TOLD, silence.since()));
        }
        boolean isDue = told >= TOLD && told < TOLD_OF_THE_END;
        return isDue
                ? Optional.of(alert(rule, silence, TOLD_OF_THE_END, silence.end().get()))
                : Optional.empty();
    }

    private static boolean fits(AlertRule rule, FeedSilence silence) {
        return isAbout(rule, silence.feedId(), silence.url(), silence.publisher());
    }

    /** Whether the rule is about that feed. */
    public static boolean isAbout(
            AlertRule rule, String feedId, String url, Optional<String> publisher) {
        boolean asksNothing = rule.getFeeds().isEmpty() && rule.getPublishers().isEmpty();
        return asksNothing
                || rule.getFeeds().contains(feedId)
                || rule.getFeeds().contains(url)
                || publisher.filter(name -> isListed(rule, name)).isPresent();
    }

    private static boolean isListed(AlertRule rule, String publisher) {
        return rule.getPublishers().stream().anyMatch(publisher::equalsIgnoreCase);
    }

    private static String subject(FeedSilence silence) {
        return silence.feedId() + " " + silence.since().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Alert alert(AlertRule rule, FeedSilence silence, int sequence, Instant at) {
        String subject = subject(silence);
        return Alert.newBuilder()
                .setEndedAt(
                        silence.end().map(end -> end.truncatedTo(ChronoUnit.MILLIS)).orElse(null))
                .setId(AlertId.of(rule.getId(), subject))
                .setSequence(sequence)
                .setKind(AlertKind.FEED_SILENCE)
                .setRuleId(rule.getId())
                .setRuleName(rule.getName())
                .setRuleVersion(rule.getVersion())
                .setSubject(subject)
                .setTitle(title(silence))
                .setText(
                        silence.reason()
                                + (silence.end().isPresent() ? " " + relief(silence) : "")
                                + " "
                                + silence.url())
                .setRaisedAt(silence.since().truncatedTo(ChronoUnit.MILLIS))
                .setUpdatedAt(at.truncatedTo(ChronoUnit.MILLIS))
                .setFirstSeen(silence.since().truncatedTo(ChronoUnit.MILLIS))
                .setDelivery(rule.getDelivery())
                .build();
    }

    private static String relief(FeedSilence silence) {
        String lasted = Lasting.text(silence.since(), silence.end().orElseThrow());
        String relief = silence.relief();
        return "Over after "
                + lasted
                + ": "
                + relief.substring(0, 1).toLowerCase(Locale.ROOT)
                + relief.substring(1);
    }

    private static String title(FeedSilence silence) {
        if (silence.end().isPresent()) {
            return silence.title() + (silence.fails() ? " can be read again" : " speaks again");
        }
        return silence.title() + (silence.fails() ? " cannot be read" : " has gone quiet");
    }
}
