package dev.tocsin.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

class PlannerTest {
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");
    private static final Cadence CADENCE =
            new Cadence(Duration.ofMinutes(15), Duration.ofHours(24));
    private static final RandomGenerator MIDDLE = () -> 1L << 63;
    private static final RandomGenerator LEAST = () -> 0;

    private final Planner planner = new Planner(CADENCE, MIDDLE);
    private Optional<Rhythm> rhythm = Optional.empty();
    private int documentEntries = 50;
    private OptionalDouble overlap = OptionalDouble.empty();
    private Optional<Duration> updateInterval = Optional.empty();
    private Optional<Duration> maxAge = Optional.empty();
    private SkipTimes skipTimes = SkipTimes.NONE;
    private boolean pushed;

    @Test
    void aFeedOfUnknownRhythmIsPolledAtTheBaseInterval() {
        assertThat(interval()).isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest(name = "{0} entries a day: {1}")
    @CsvSource({
        "24, PT15M",
        "96, PT7M30S",
        "1000, PT5M",
        "6, PT30M",
        "1.5, PT1H",
        "0.1, PT3H52M",
        "0, PT4H"
    })
    void theIntervalGrowsWithTheSquareRootOfTheTimeBetweenEntries(
            double perDay, Duration expected) {
        rhythm = Optional.of(new Rhythm(perDay));

        assertThat(interval()).isCloseTo(expected, Duration.ofMinutes(1));
    }

    @Test
    void aShortDocumentIsPolledBeforeItTurnsOver() {
        rhythm = Optional.of(new Rhythm(48));
        documentEntries = 1;

        assertThat(interval()).isCloseTo(Duration.ofMinutes(10), Duration.ofMinutes(3));
        assertThat(planned().reason()).isEqualTo("about 48 entries a day");
        rhythm = Optional.of(new Rhythm(24));
        documentEntries = 0;
        assertThat(interval()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void missedEntriesHalveTheLastInterval() {
        rhythm = Optional.of(new Rhythm(2));
        overlap = OptionalDouble.of(0);

        assertThat(interval()).isEqualTo(Duration.ofMinutes(20));
        assertThat(planned().reason()).contains("missed");
    }

    @Test
    void aDocumentMostlyNewQuickensAndOneMostlyKnownDoesNot() {
        rhythm = Optional.of(new Rhythm(2));
        overlap = OptionalDouble.of(0.4);
        assertThat(interval()).isEqualTo(Duration.ofMinutes(30));

        overlap = OptionalDouble.of(0.6);
        assertThat(interval()).isGreaterThan(Duration.ofMinutes(50));
    }

    @ParameterizedTest(name = "asked for {0}: {1}")
    @CsvSource({"PT1H, PT1H", "PT5M, PT15M", "P30D, PT24H"})
    void thePublishersWishesCountWhereTheyAreLonger(Duration wish, Duration expected) {
        updateInterval = Optional.of(wish);
        assertThat(interval()).isBetween(expected, expected.plus(expected.dividedBy(10)));

        updateInterval = Optional.empty();
        maxAge = Optional.of(wish);
        assertThat(interval()).isBetween(expected, expected.plus(expected.dividedBy(10)));
    }

    @Test
    void aWishIsNeverFallenShortOf() {
        updateInterval = Optional.of(Duration.ofHours(2));

        NextPoll next = new Planner(CADENCE, LEAST).afterSuccess(observation(), NOON);

        assertThat(next.at()).isEqualTo(NOON.plus(Duration.ofHours(2)));
        assertThat(next.reason()).isEqualTo("the feed asks for 2 h");
    }

    @Test
    void aWishThatOutlastsTheDocumentIsCutToWhatTheDocumentHolds() {
        rhythm = Optional.of(new Rhythm(240));
        documentEntries = 10;
        maxAge = Optional.of(Duration.ofDays(365));

        assertThat(interval()).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(53));
    }

    @Test
    void aWishUnderWhichEntriesWereMissedIsRefuted() {
        updateInterval = Optional.of(Duration.ofHours(6));
        overlap = OptionalDouble.of(0);

        assertThat(interval()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void hoursAndDaysToSkipAreSkipped() {
        skipTimes = SkipTimes.of(Set.of(12, 13), Set.of());
        assertThat(planned().at()).isEqualTo(Instant.parse("2026-05-05T14:00:00Z"));

        skipTimes = SkipTimes.of(Set.of(), Set.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY));
        assertThat(planned().at()).isEqualTo(Instant.parse("2026-05-07T00:00:00Z"));
        assertThat(planned().reason()).contains("skipHours");
    }

    @Test
    void behindAHubPollsAreFourTimesAsRare() {
        pushed = true;

        assertThat(interval()).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest(name = "score {0}: {1}")
    @CsvSource({
        "0.25, PT17M50S",
        "0.5, PT21M12S",
        "1, PT30M",
        "2, PT1H",
        "6, PT16H",
        "7, PT24H",
        "1e300, PT24H"
    })
    void theBackOffDoublesWithEveryPoint(double score, Duration expected) {
        Duration backOff = Duration.between(NOON, planner.afterFailure(score, NOON).at());

        assertThat(backOff).isCloseTo(expected, Duration.ofSeconds(2));
    }

    @Test
    void jitterSpreadsOverTenPerCentEitherWayAndNeverBeyondTheBounds() {
        LongSummaryStatistics unknown = intervals(0);
        LongSummaryStatistics longest = intervals(20);

        assertThat(unknown.getMin()).isBetween(810_000L, 815_000L);
        assertThat(unknown.getMax()).isBetween(985_000L, 990_000L);
        assertThat(unknown.getAverage()).isCloseTo(900_000, within(3_000.0));
        assertThat(longest.getMin()).isLessThan(Duration.ofHours(24).toMillis());
        assertThat(longest.getMax()).isEqualTo(Duration.ofHours(24).toMillis());
    }

    private static LongSummaryStatistics intervals(double score) {
        Planner random = new Planner(CADENCE, new Random(1));
        return LongStream.range(0, 2_000)
                .map(_ -> Duration.between(NOON, random.afterFailure(score, NOON).at()).toMillis())
                .summaryStatistics();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 60, 86_400})
    void aServerThatAsksToWaitIsNeverAskedSoonerAndNotOnTheDot(long seconds) {
        Duration wish = Duration.ofSeconds(seconds);
        Planner random = new Planner(CADENCE, new Random(1));
        LongSummaryStatistics extra =
                LongStream.range(0, 1_000)
                        .map(_ ->
                                Duration.between(NOON.plus(wish), random.heldUntil(wish, NOON))
                                        .toMillis())
                        .summaryStatistics();

        assertThat(extra.getMin()).isNotNegative();
        assertThat(extra.getMax()).isBetween(9_000L, 8_640_000L);
        assertThat(extra.getMax() - extra.getMin()).isGreaterThan(8_000);
    }

    @Test
    void aRetiredFeedIsAskedOnceAWeek() {
        assertThat(planner.afterRetirement(NOON).at()).isEqualTo(NOON.plus(Duration.ofDays(7)));
    }

    private Duration interval() {
        return Duration.between(NOON, planned().at());
    }

    private NextPoll planned() {
        return planner.afterSuccess(observation(), NOON);
    }

    private Observation observation() {
        return new Observation(
                rhythm,
                documentEntries,
                overlap,
                Optional.of(Duration.ofMinutes(40)),
                updateInterval,
                maxAge,
                skipTimes,
                pushed);
    }
}
