package dev.tocsin.sink.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

final class RetryTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final Retry retry = new Retry(new SplittableRandom(7));

    @ParameterizedTest
    @CsvSource({
        "1, PT5S",
        "2, PT15S",
        "3, PT45S",
        "6, PT20M15S",
        "8, PT3H2M15S",
        "9, PT4H",
        "99, PT4H"
    })
    void waitsGrowFromSecondsToHours(int failures, Duration longest) {
        assertThat(Retry.longest(failures)).isEqualTo(longest);
    }

    @Test
    void waitsAreSpreadOverTheWholeOfTheirRange() {
        List<Long> waits = new ArrayList<>();
        for (int attempt = 0; attempt < 1_000; attempt++) {
            Instant next = retry.next(NOON, 2, NOON, Optional.empty()).orElseThrow();
            waits.add(Duration.between(NOON, next).toMillis());
        }

        assertThat(waits).allMatch(wait -> wait > 0 && wait <= 15_000);
        assertThat(waits).anyMatch(wait -> wait < 1_500).anyMatch(wait -> wait > 13_500);
    }

    @Test
    void theReceiversWishIsHeeded() {
        Optional<Instant> next = retry.next(NOON, 1, NOON, Optional.of(Duration.ofMinutes(10)));

        assertThat(next).contains(NOON.plus(Duration.ofMinutes(10)));
    }

    @Test
    void aWishForMoreThanADayCountsAsADayAndOneForThePastAsNone() {
        assertThat(retry.next(NOON, 1, NOON, Optional.of(Duration.ofDays(900))))
                .contains(NOON.plus(Duration.ofDays(1)));
        assertThat(retry.next(NOON, 1, NOON, Optional.of(Duration.ofSeconds(-9))))
                .hasValueSatisfying(
                        next -> assertThat(next).isBeforeOrEqualTo(NOON.plusSeconds(5)));
    }

    @Test
    void patienceEndsThreeDaysAfterTheFirstAttempt() {
        Instant since = NOON.minus(Retry.PATIENCE);

        assertThat(retry.next(NOON, 30, since, Optional.empty())).isEmpty();
        assertThat(retry.next(NOON, 1, since.plusSeconds(6), Optional.empty())).isPresent();
    }

    @Test
    void itTakesDozensOfAttemptsBeforePatienceEnds() {
        Instant at = NOON;
        int failures = 0;
        Optional<Instant> next = Optional.of(at);
        while (next.isPresent()) {
            at = next.get();
            next = retry.next(at, ++failures, NOON, Optional.empty());
        }

        assertThat(failures).isBetween(25, 80);
    }
}
