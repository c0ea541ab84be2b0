package dev.tocsin.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

class CadenceTest {
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");
    private static final Duration BASE = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final RandomGenerator MIDDLE = () -> 1L << 63;

    private final Cadence cadence = new Cadence(BASE, LONGEST);

    @Test
    void aHealthyFeedIsPolledAtTheBaseInterval() {
        assertThat(afterSuccess(Optional.empty())).isEqualTo(BASE);
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT1H", "PT5M, PT15M", "PT0S, PT15M", "PT-1H, PT15M", "P30D, PT24H"})
    void thePublishersWishCountsBetweenTheBounds(Duration wish, Duration expected) {
        assertThat(afterSuccess(Optional.of(wish))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, PT30M", "2, PT1H", "3, PT2H", "6, PT16H", "7, PT24H"})
    void everyFailureDoublesTheIntervalUpToTheLongest(int failures, Duration expected) {
        assertThat(afterFailure(failures, MIDDLE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 31, 32, 63, 64, 65, 1_000_000, Integer.MAX_VALUE})
    void manyFailuresDoNotOverflow(int failures) {
        assertThat(afterFailure(failures, MIDDLE)).isEqualTo(LONGEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void anImpossibleCountIsTakenForTheFirstFailure(int failures) {
        assertThat(afterFailure(failures, MIDDLE)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void jitterSpreadsOverTenPerCentEitherWayAndNeverBeyondTheLongest() {
        Random random = new Random(1);
        LongSummaryStatistics base =
                LongStream.range(0, 2_000)
                        .map(i -> millis(cadence.afterSuccess(NOON, Optional.empty(), random)))
                        .summaryStatistics();
        LongSummaryStatistics longest =
                LongStream.range(0, 2_000)
                        .map(i -> afterFailure(20, random).toMillis())
                        .summaryStatistics();

        assertThat(base.getMin()).isBetween(810_000L, 815_000L);
        assertThat(base.getMax()).isBetween(985_000L, 990_000L);
        assertThat(base.getAverage()).isCloseTo(900_000, within(3_000.0));
        assertThat(longest.getMin()).isLessThan(LONGEST.toMillis());
        assertThat(longest.getMax()).isEqualTo(LONGEST.toMillis());
    }

    @Test
    void aFeedThatIsGoneIsAskedOnceAWeek() {
        assertThat(Duration.between(NOON, cadence.afterGone(NOON, MIDDLE)))
                .isEqualTo(Duration.ofDays(7));
    }

    @Test
    void refusesIntervalsThatCannotBe() {
        assertThatThrownBy(() -> new Cadence(Duration.ZERO, LONGEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0S");
        assertThatThrownBy(() -> new Cadence(BASE.negated(), LONGEST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cadence(LONGEST, BASE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Duration afterSuccess(Optional<Duration> wish) {
        return Duration.between(NOON, cadence.afterSuccess(NOON, wish, MIDDLE));
    }

    private Duration afterFailure(int failures, RandomGenerator random) {
        return Duration.between(NOON, cadence.afterFailure(NOON, failures, random));
    }

    private static long millis(Instant then) {
        return Duration.between(NOON, then).toMillis();
    }
}
