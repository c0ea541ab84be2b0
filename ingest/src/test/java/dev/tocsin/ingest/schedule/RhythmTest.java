package dev.tocsin.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class RhythmTest {
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");

    @Test
    void datesTellHowManyEntriesADayThereWereSinceTheOldest() {
        List<Instant> dates =
                IntStream.rangeClosed(1, 24).mapToObj(h -> NOON.minusSeconds(h * 3600L)).toList();

        assertThat(Rhythm.ofDates(dates, NOON)).contains(new Rhythm(24));
    }

    @Test
    void fewDatesOrDatesOfThisMomentOrOfTheFutureTellNothing() {
        assertThat(Rhythm.ofDates(List.of(NOON.minusSeconds(3600)), NOON)).isEmpty();
        assertThat(Rhythm.ofDates(List.of(NOON, NOON.minusSeconds(5)), NOON)).isEmpty();
        assertThat(Rhythm.ofDates(List.of(NOON.plusSeconds(50), NOON.plusSeconds(5000)), NOON))
                .isEmpty();
    }

    @Test
    void followsAChangeWithinAFewDaysHoweverOftenItIsMeasured() {
        Rhythm hourly = new Rhythm(10);
        for (int hour = 0; hour < 240; hour++) {
            hourly = hourly.after(4, Duration.ofHours(1));
        }
        Rhythm daily = new Rhythm(10);
        for (int day = 0; day < 10; day++) {
            daily = daily.after(96, Duration.ofDays(1));
        }

        assertThat(hourly.entriesPerDay()).isCloseTo(96, within(1.0));
        assertThat(daily.entriesPerDay()).isCloseTo(hourly.entriesPerDay(), within(0.1));
    }

    @Test
    void clocksThatStandStillOrRunBackChangeNothing() {
        assertThat(new Rhythm(7).after(3, Duration.ZERO)).isEqualTo(new Rhythm(7));
        assertThat(new Rhythm(7).after(3, Duration.ofDays(-1))).isEqualTo(new Rhythm(7));
    }

    @ParameterizedTest(name = "{0} a day, silent for {1}: {2}")
    @CsvSource({
        "144, PT8H, false", // a night
        "144, PT25H, true",
        "12, PT62H, false", // a weekend
        "12, PT71H, false",
        "12, PT73H, true",
        "1, P9D, false",
        "1, P11D, true",
        "0.1, P60D, false"
    })
    void silenceIsUnusualAgainstTheFeedsOwnRhythm(
            double perDay, Duration silence, boolean unusual) {
        Rhythm faded = new Rhythm(perDay);
        for (Duration passed = Duration.ZERO;
                passed.compareTo(silence) < 0;
                passed = passed.plusHours(1)) {
            faded = faded.after(0, Duration.ofHours(1));
        }

        assertThat(faded.isBroken(silence)).isEqualTo(unusual);
    }

    @Test
    void yearsOfSilenceAreStillAFigure() {
        Rhythm silent = new Rhythm(24).after(0, Duration.ofDays(3650));

        assertThat(silent.entriesPerDay()).isNotNegative();
        assertThat(silent.timeFor(1)).isPositive();
        assertThat(silent.isBroken(Duration.ofDays(3650))).isFalse();
    }
}
