package dev.tocsin.enrich.alert.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.VolumeCondition;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

class VolumeDeskTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:30Z");
    private static final AlertRule RULE =
            AlertRule.newBuilder()
                    .setId("loud")
                    .setName("Loud")
                    .setVersion("v1")
                    .setKind(AlertKind.VOLUME)
                    .setVolume(new VolumeCondition(3, 4.0, 5))
                    .setDelivery(AlertDelivery.newBuilder().setTargets(List.of("desk")).build())
                    .build();

    private static TopicVolume volume(int stories, Instant end) {
        return new TopicVolume(
                "desert-war",
                end,
                stories,
                2 * stories,
                4,
                end.minus(Duration.ofHours(2)),
                List.of(3, 2, 5, 3),
                List.of());
    }

    private static Optional<Alert> decide(int stories, Optional<Alert> last, Instant now) {
        return VolumeDesk.decide(RULE, volume(stories, now), last.map(VolumeDeskTest::open), now);
    }

    private static OpenAlert open(Alert alert) {
        return new OpenAlert(
                alert.getId(),
                alert.getSequence(),
                alert.getSubject(),
                alert.getRaisedAt(),
                alert.getUpdatedAt(),
                alert.getArticles(),
                alert.getIndependentOrigins(),
                alert.getEndedAt().isPresent());
    }

    @Test
    void a_burst_is_told_with_what_is_usual() {
        Alert alert = decide(14, Optional.empty(), NOON).orElseThrow();
        assertThat(alert.getKind()).isEqualTo(AlertKind.VOLUME);
        assertThat(alert.getSequence()).isEqualTo(1);
        assertThat(alert.getSubject()).isEqualTo("desert-war 2026-03-02T09:00:00Z");
        assertThat(alert.getTitle()).isEqualTo("desert-war: 14 stories in 3 h, usually 3");
        assertThat(alert.getText())
                .isEqualTo(
                        "14 stories (28 articles, 4 independent origins) in the 3 h to 12:00 UTC;"
                                + " the same hours of 4 former weeks had 3 at the median and 5 at"
                                + " most; 6.4 deviations above.");
        assertThat(alert.getDelivery()).isEqualTo(RULE.getDelivery());
    }

    @Test
    void what_is_usual_is_not_told() {
        assertThat(decide(6, Optional.empty(), NOON)).isEmpty();
    }

    @Test
    void a_burst_that_goes_on_is_one_alert() {
        Optional<Alert> first = decide(14, Optional.empty(), NOON);
        Instant later = NOON.plus(Duration.ofMinutes(1));
        assertThat(decide(14, first, later)).isEmpty();
        Alert grown = decide(20, first, later).orElseThrow();
        assertThat(grown.getId()).isEqualTo(first.orElseThrow().getId());
        assertThat(grown.getSubject()).isEqualTo(first.orElseThrow().getSubject());
        assertThat(grown.getSequence()).isEqualTo(2);
        assertThat(grown.getRaisedAt()).isEqualTo(first.orElseThrow().getRaisedAt());
    }

    @Test
    void a_long_burst_stays_one_alert_though_it_does_not_grow() {
        Optional<Alert> last = decide(14, Optional.empty(), NOON);
        String id = last.orElseThrow().getId();
        for (int minute = 1; minute <= 600; minute++) {
            Optional<Alert> next = decide(14, last, NOON.plus(Duration.ofMinutes(minute)));
            last = next.isPresent() ? next : last;
        }
        assertThat(last.orElseThrow().getId()).isEqualTo(id);
        assertThat(last.orElseThrow().getSequence()).isEqualTo(41);
    }

    @Test
    void after_a_quiet_window_the_next_burst_is_another_alert() {
        Optional<Alert> first = decide(14, Optional.empty(), NOON);
        Alert next = decide(14, first, NOON.plus(Duration.ofHours(4))).orElseThrow();
        assertThat(next.getSequence()).isEqualTo(1);
        assertThat(next.getId()).isNotEqualTo(first.orElseThrow().getId());
    }

    @Test
    void a_burst_is_over_once_the_volume_was_usual_for_the_length_of_the_window() {
        Optional<Alert> first = decide(14, Optional.empty(), NOON);
        Instant later = NOON.plus(Duration.ofMinutes(150));
        Optional<Alert> last = decide(20, first, later);
        assertThat(decide(3, last, later.plus(Duration.ofMinutes(179)))).isEmpty();
        Alert end = decide(3, last, later.plus(Duration.ofHours(3))).orElseThrow();
        assertThat(end.getId()).isEqualTo(first.orElseThrow().getId());
        assertThat(end.getSequence()).isEqualTo(3);
        assertThat(end.getEndedAt()).contains(later.truncatedTo(ChronoUnit.MILLIS));
        assertThat(end.getTitle()).isEqualTo("desert-war: as usual again");
        assertThat(end.getText()).isEqualTo("Over after 2 h: as usual for the last 3 h.");
        assertThat(end.getArticles()).isEqualTo(40);
        assertThat(end.getIndependentOrigins()).isEqualTo(4);
        assertThat(decide(3, Optional.of(end), later.plus(Duration.ofHours(4)))).isEmpty();
        assertThat(decide(20, Optional.of(end), later.plus(Duration.ofHours(4))).orElseThrow())
                .satisfies(next -> assertThat(next.getId()).isNotEqualTo(end.getId()));
    }

    @Test
    void an_end_that_nobody_saw_is_not_told_days_later() {
        Alert first = decide(14, Optional.empty(), NOON).orElseThrow();
        assertThat(VolumeDesk.end(RULE, "desert-war", open(first), NOON.plus(Duration.ofHours(26))))
                .isPresent();
        assertThat(VolumeDesk.end(RULE, "desert-war", open(first), NOON.plus(Duration.ofHours(28))))
                .isEmpty();
    }

    @Test
    void two_watchers_of_the_same_minute_tell_the_same_alert() {
        assertThat(decide(14, Optional.empty(), NOON).orElseThrow().getId())
                .isEqualTo(
                        decide(14, Optional.empty(), NOON.plusSeconds(20)).orElseThrow().getId());
    }
}
