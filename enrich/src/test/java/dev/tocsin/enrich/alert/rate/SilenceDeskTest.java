package dev.tocsin.enrich.alert.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class SilenceDeskTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final FeedSilence QUIET =
            new FeedSilence(
                    "f1",
                    "https://herald.example/rss",
                    "Desert Herald",
                    Optional.of("Herald"),
                    false,
                    NOON,
                    "No new entry for 2 d.",
                    Optional.empty(),
                    "");
    private static final FeedSilence OVER =
            new FeedSilence(
                    "f1",
                    "https://herald.example/rss",
                    "Desert Herald",
                    Optional.of("Herald"),
                    false,
                    NOON,
                    "No new entry for 2 d.",
                    Optional.of(NOON.plusSeconds(11_000)),
                    "There are new entries again.");

    private static AlertRule rule(List<String> feeds, List<String> publishers) {
        return AlertRule.newBuilder()
                .setId("silent")
                .setName("Silent")
                .setVersion("v1")
                .setKind(AlertKind.FEED_SILENCE)
                .setFeeds(feeds)
                .setPublishers(publishers)
                .setDelivery(AlertDelivery.newBuilder().build())
                .build();
    }

    private static final AlertRule ALL = rule(List.of(), List.of());

    private static boolean fits(List<String> feeds, List<String> publishers) {
        return SilenceDesk.decide(rule(feeds, publishers), QUIET, 0).isPresent();
    }

    @Test
    void a_silence_is_told_once_and_its_end_is_an_update() {
        Alert alert = SilenceDesk.decide(ALL, QUIET, 0).orElseThrow();
        assertThat(alert.getTitle()).isEqualTo("Desert Herald has gone quiet");
        assertThat(alert.getText()).isEqualTo("No new entry for 2 d. https://herald.example/rss");
        assertThat(alert.getSubject()).isEqualTo("f1 2026-03-02T12:00:00Z");
        assertThat(alert.getId()).isEqualTo(SilenceDesk.id(ALL, QUIET));
        assertThat(alert.getEndedAt()).isEmpty();
        assertThat(SilenceDesk.decide(ALL, QUIET, 1)).isEmpty();

        Alert end = SilenceDesk.decide(ALL, OVER, 1).orElseThrow();
        assertThat(end.getId()).isEqualTo(alert.getId());
        assertThat(end.getSequence()).isEqualTo(2);
        assertThat(end.getTitle()).isEqualTo("Desert Herald speaks again");
        assertThat(end.getEndedAt()).contains(NOON.plusSeconds(11_000));
        assertThat(end.getText())
                .isEqualTo(
                        "No new entry for 2 d. Over after 3 h: there are new entries again."
                                + " https://herald.example/rss");
        assertThat(SilenceDesk.decide(ALL, OVER, 2)).isEmpty();
    }

    @Test
    void a_silence_that_was_over_before_it_was_told_is_not_told() {
        assertThat(SilenceDesk.decide(ALL, OVER, 0)).isEmpty();
    }

    @Test
    void a_rule_is_about_its_feeds_and_publishers_or_about_all() {
        assertThat(fits(List.of(), List.of())).isTrue();
        assertThat(fits(List.of("f1"), List.of())).isTrue();
        assertThat(fits(List.of("https://herald.example/rss"), List.of("Gazette"))).isTrue();
        assertThat(fits(List.of(), List.of("HERALD"))).isTrue();
        assertThat(fits(List.of("f2"), List.of("Gazette"))).isFalse();
    }

    @Test
    void the_next_silence_of_a_feed_is_another_alert() {
        FeedSilence next =
                new FeedSilence(
                        "f1",
                        "u",
                        "t",
                        Optional.empty(),
                        true,
                        NOON.plusSeconds(99),
                        "r",
                        Optional.empty(),
                        "");
        assertThat(SilenceDesk.id(ALL, next)).isNotEqualTo(SilenceDesk.id(ALL, QUIET));
        assertThat(SilenceDesk.decide(ALL, next, 0).orElseThrow().getTitle())
                .isEqualTo("t cannot be read");
    }
}
