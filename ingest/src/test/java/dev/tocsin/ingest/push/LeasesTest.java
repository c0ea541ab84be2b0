package dev.tocsin.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.FeedCursor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

class LeasesTest {
    private static final Instant NOON = Samples.NOON;
    private static final FeedCursor NEW = Samples.cursor("https://hub.example/");

    @Test
    void aHubIsAskedAtOnceAndNotAgainForAnHour() {
        FeedCursor asked = Leases.asked(NEW, NOON);

        assertThat(Leases.isDue(NEW, NOON)).isTrue();
        assertThat(Leases.isDue(asked, NOON.plus(Duration.ofMinutes(59)))).isFalse();
        assertThat(Leases.isDue(asked, NOON.plus(Duration.ofMinutes(60)))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "5, 16", "6, 24", "50, 24", "2000000000, 24"})
    void everyRequestWithoutAnAnswerDoublesThePatienceUpToADay(int attempts, int hours) {
        FeedCursor cursor =
                FeedCursor.newBuilder(NEW).setHubRequestedAt(NOON).setHubAttempts(attempts).build();

        assertThat(Leases.isDue(cursor, NOON.plus(Duration.ofHours(hours)).minusMillis(1)))
                .isFalse();
        assertThat(Leases.isDue(cursor, NOON.plus(Duration.ofHours(hours)))).isTrue();
    }

    @Test
    void aLeaseIsRenewedInItsLastQuarter() {
        FeedCursor cursor = leased(Duration.ofDays(8));

        assertThat(cursor.getHubAttempts()).isZero();
        assertThat(Leases.isDue(cursor, NOON.plus(Duration.ofDays(6)).minusMillis(1))).isFalse();
        assertThat(Leases.isDue(cursor, NOON.plus(Duration.ofDays(6)))).isTrue();
        assertThat(Leases.isDue(cursor, NOON.plus(Duration.ofDays(9)))).isTrue();
    }

    @Test
    void aLongLeaseIsNotRenewedMoreThanTwoAndAHalfDaysBeforeItEnds() {
        FeedCursor cursor = leased(Duration.ofDays(30));

        assertThat(Leases.isDue(cursor, NOON.plus(Duration.ofDays(27)))).isFalse();
        assertThat(Leases.isDue(cursor, NOON.plus(Duration.ofDays(28)))).isTrue();
    }

    @Test
    void aPollFallsIntoTheLastQuarterOfAShortLease() {
        FeedCursor cursor = leased(Duration.ofMinutes(40));

        assertThat(cursor.getNextPollAt()).contains(NOON.plus(Duration.ofMinutes(30)));
        assertThat(leased(Duration.ofDays(8)).getNextPollAt()).isEqualTo(NEW.getNextPollAt());
    }

    @Test
    void aHubThatDeniesIsAskedAgainInADay() {
        Instant later = NOON.plus(Duration.ofDays(3));
        FeedCursor denied = Leases.denied(leased(Duration.ofDays(8)), later);

        assertThat(denied.getHubLeaseUntil()).isEmpty();
        assertThat(Leases.isDue(denied, later.plus(Duration.ofHours(23)))).isFalse();
        assertThat(Leases.isDue(denied, later.plus(Duration.ofHours(24)))).isTrue();
    }

    private static FeedCursor leased(Duration lease) {
        return Leases.granted(Leases.asked(NEW, NOON), NOON.plus(lease));
    }
}
