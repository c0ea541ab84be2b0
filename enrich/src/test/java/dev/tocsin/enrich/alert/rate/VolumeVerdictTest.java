package dev.tocsin.enrich.alert.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.VolumeCondition;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

class VolumeVerdictTest {
    private static final VolumeCondition CONDITION = new VolumeCondition(1, 4.0, 5);
    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant SUNDAY_NINE = Instant.parse("2026-03-01T09:00:00Z");

    private static VolumeVerdict verdict(int stories, Integer... formerWeeks) {
        return VolumeVerdict.of(CONDITION, stories, List.of(formerWeeks));
    }

    /** Twenty stories in an hour of a working morning, two in any other, and some noise. */
    private static int usual(Instant hour) {
        ZonedDateTime time = hour.atZone(ZoneOffset.UTC);
        boolean busy =
                time.getDayOfWeek() != DayOfWeek.SUNDAY
                        && time.getHour() >= 8
                        && time.getHour() < 12;
        return (busy ? 20 : 2) + Math.floorMod(time.getDayOfYear(), 3) - 1;
    }

    private static List<Integer> formerWeeks(Instant hour) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(week -> usual(hour.minus(Duration.ofDays(7L * week))))
                .toList();
    }

    @Test
    void what_is_usual_on_a_busy_morning_is_a_burst_on_a_quiet_one() {
        assertThat(VolumeVerdict.of(CONDITION, 21, formerWeeks(MONDAY_NINE)))
                .isInstanceOf(VolumeVerdict.Usual.class);
        assertThat(VolumeVerdict.of(CONDITION, 21, formerWeeks(SUNDAY_NINE)))
                .isInstanceOf(VolumeVerdict.Unusual.class);
    }

    @Test
    void seasonal_noise_alone_is_never_a_burst() {
        for (int hour = 0; hour < 168; hour++) {
            Instant at = MONDAY_NINE.plus(Duration.ofHours(hour));
            assertThat(VolumeVerdict.of(CONDITION, usual(at), formerWeeks(at)))
                    .as("%s", at)
                    .isInstanceOf(VolumeVerdict.Usual.class);
        }
    }

    @Test
    void one_former_burst_does_not_hide_the_next() {
        assertThat(verdict(30, 3, 2, 90, 3, 4, 2, 3, 3)).isInstanceOf(VolumeVerdict.Unusual.class);
    }

    @Test
    void counts_that_never_vary_do_not_make_a_story_more_a_burst() {
        assertThat(verdict(10, 9, 9, 9, 9)).isInstanceOf(VolumeVerdict.Usual.class);
        assertThat(verdict(9 + 4 * 3, 9, 9, 9, 9)).isInstanceOf(VolumeVerdict.Unusual.class);
    }

    @Test
    void weeks_with_large_differences_ask_for_more() {
        assertThat(verdict(40, 5, 25, 10, 30, 8, 22)).isInstanceOf(VolumeVerdict.Usual.class);
        assertThat(verdict(40, 15, 16, 17, 16, 15, 17)).isInstanceOf(VolumeVerdict.Unusual.class);
    }

    @Test
    void few_stories_are_never_unusual() {
        assertThat(verdict(4, 0, 0, 0, 0)).isInstanceOf(VolumeVerdict.Usual.class);
        assertThat(verdict(5, 0, 0, 0, 0)).isInstanceOf(VolumeVerdict.Unusual.class);
    }

    @Test
    void with_less_than_three_weeks_nothing_is_told() {
        assertThat(verdict(99, 1, 1)).isEqualTo(new VolumeVerdict.TooLittleHistory(2));
        assertThat(verdict(99)).isEqualTo(new VolumeVerdict.TooLittleHistory(0));
        assertThat(verdict(99, 1, 1, 1)).isInstanceOf(VolumeVerdict.Unusual.class);
    }

    @Test
    void weeks_that_are_missing_make_the_baseline_no_lower() {
        assertThat(verdict(21, 20, 20, 20)).isInstanceOf(VolumeVerdict.Usual.class);
    }

    @Test
    void the_baseline_is_median_and_robust_spread() {
        assertThat(Baseline.of(List.of(10, 20, 30, 40, 1000)))
                .isEqualTo(new Baseline(30, 10 * 1.4826, 5));
        assertThat(Baseline.of(List.of(16, 16))).isEqualTo(new Baseline(16, 4, 2));
        assertThat(Baseline.of(List.of(0, 0, 0))).isEqualTo(new Baseline(0, 1, 3));
    }
}
