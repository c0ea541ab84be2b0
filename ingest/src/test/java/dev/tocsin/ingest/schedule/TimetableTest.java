package dev.tocsin.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class TimetableTest {
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");
    private static final Duration SPACING = Duration.ofSeconds(2);

    private final Timetable timetable = new Timetable(SPACING);

    @Test
    void anEmptyTableHasNothing() {
        assertThat(timetable.take(NOON, Lane.STEADY)).isEmpty();
        assertThat(timetable.nextTurn(Lane.STEADY)).isEmpty();
        assertThat(timetable.size()).isZero();
    }

    @Test
    void givesWhatHasBeenDueLongestAndNothingBeforeItIsDue() {
        timetable.put("late", "a", at(20), Lane.STEADY);
        timetable.put("early", "b", at(10), Lane.STEADY);
        timetable.put("later", "c", at(30), Lane.STEADY);

        assertThat(timetable.take(at(9), Lane.STEADY)).isEmpty();
        assertThat(timetable.take(at(25), Lane.STEADY)).contains("early");
        assertThat(timetable.take(at(25), Lane.STEADY)).contains("late");
        assertThat(timetable.take(at(25), Lane.STEADY)).isEmpty();
        assertThat(timetable.nextTurn(Lane.STEADY)).contains(at(30));
    }

    @Test
    void aMomentIsDueAtThatMoment() {
        timetable.put("f", "a", at(10), Lane.STEADY);

        assertThat(timetable.take(at(10), Lane.STEADY)).contains("f");
    }

    @Test
    void asksAHostForOneFeedAtATime() {
        timetable.put("one", "a", at(0), Lane.STEADY);
        timetable.put("two", "a", at(0), Lane.STEADY);
        timetable.put("other", "b", at(5), Lane.STEADY);

        assertThat(timetable.take(at(60), Lane.STEADY)).contains("one");
        assertThat(timetable.take(at(60), Lane.STEADY)).contains("other");
        assertThat(timetable.take(at(600), Lane.STEADY)).isEmpty();
        assertThat(timetable.nextTurn(Lane.STEADY)).isEmpty();
    }

    @Test
    void pausesBetweenTheEndOfARequestAndTheNext() {
        timetable.put("one", "a", at(0), Lane.STEADY);
        timetable.put("two", "a", at(0), Lane.STEADY);
        timetable.take(at(0), Lane.STEADY);
        timetable.release("a", at(10));

        assertThat(timetable.nextTurn(Lane.STEADY)).contains(at(12));
        assertThat(timetable.take(at(11), Lane.STEADY)).isEmpty();
        assertThat(timetable.take(at(12), Lane.STEADY)).contains("two");
    }

    @Test
    void leavesAHostAloneForAsLongAsItAsked() {
        timetable.put("one", "a", at(0), Lane.STEADY);
        timetable.put("two", "a", at(0), Lane.STEADY);
        timetable.take(at(0), Lane.STEADY);
        timetable.release("a", at(1));
        timetable.hold("a", at(100));

        assertThat(timetable.take(at(99), Lane.STEADY)).isEmpty();
        assertThat(timetable.take(at(100), Lane.STEADY)).contains("two");
    }

    @Test
    void theLongestWishOfAHostCounts() {
        timetable.put("f", "a", at(0), Lane.STEADY);
        timetable.hold("a", at(100));
        timetable.hold("a", at(50));
        timetable.release("a", at(10));

        assertThat(timetable.take(at(99), Lane.STEADY)).isEmpty();
        assertThat(timetable.take(at(100), Lane.STEADY)).contains("f");
    }

    @Test
    void aWishDoesNotEndTheRequestUnderWay() {
        timetable.put("one", "a", at(0), Lane.STEADY);
        timetable.put("two", "a", at(0), Lane.STEADY);
        timetable.take(at(0), Lane.STEADY);
        timetable.hold("a", at(5));

        assertThat(timetable.take(at(50), Lane.STEADY)).isEmpty();
    }

    @Test
    void aRequestFromElsewhereKeepsItsHostBusyToo() {
        timetable.put("f", "a", at(0), Lane.STEADY);
        timetable.occupy("a");
        assertThat(timetable.take(at(50), Lane.STEADY)).isEmpty();

        timetable.release("a", at(50));

        assertThat(timetable.take(at(52), Lane.STEADY)).contains("f");
    }

    @Test
    void puttingAFeedAgainReplacesItsTime() {
        timetable.put("f", "a", at(10), Lane.STEADY);
        timetable.put("f", "a", at(30), Lane.STEADY);

        assertThat(timetable.size()).isEqualTo(1);
        assertThat(timetable.nextTurn(Lane.STEADY)).contains(at(30));
        assertThat(timetable.take(at(20), Lane.STEADY)).isEmpty();
        assertThat(timetable.take(at(30), Lane.STEADY)).contains("f");
        assertThat(timetable.take(at(30), Lane.STEADY)).isEmpty();
    }

    @Test
    void aFeedMayMoveToAnotherHost() {
        timetable.put("f", "a", at(10), Lane.STEADY);
        timetable.put("f", "b", at(20), Lane.STEADY);

        assertThat(timetable.take(at(15), Lane.STEADY)).isEmpty();
        assertThat(timetable.take(at(20), Lane.STEADY)).contains("f");
        assertThat(timetable.take(at(20), Lane.STEADY)).isEmpty();
    }

    @Test
    void aRemovedFeedIsNeverDueAndTheOthersOfItsHostAre() {
        timetable.put("f", "a", at(10), Lane.STEADY);
        timetable.put("g", "a", at(20), Lane.STEADY);
        timetable.remove("f");
        timetable.remove("unknown");

        assertThat(timetable.nextTurn(Lane.STEADY)).contains(at(20));
        assertThat(timetable.take(at(15), Lane.STEADY)).isEmpty();
        assertThat(timetable.take(at(20), Lane.STEADY)).contains("g");
    }

    @Test
    void aFeedRemovedWhileItsHostIsBusyDoesNotComeBackByTheRelease() {
        timetable.put("one", "a", at(0), Lane.STEADY);
        timetable.put("two", "a", at(0), Lane.STEADY);
        timetable.take(at(0), Lane.STEADY);
        timetable.remove("two");
        timetable.release("a", at(1));

        assertThat(timetable.take(at(100), Lane.STEADY)).isEmpty();
    }

    @Test
    void forgetsHostsWithoutFeedsOnceTheirPauseIsOver() {
        for (int i = 0; i < 1_000; i++) {
            timetable.put("f" + i, "host" + i, at(i), Lane.STEADY);
            timetable.take(at(i), Lane.STEADY);
            timetable.release("host" + i, at(i));
        }

        assertThat(timetable.take(at(2_000), Lane.STEADY)).isEmpty();
        assertThat(timetable.hosts()).isZero();
    }

    @Test
    void doesNotForgetThatAHostWithoutFeedsAskedToBeLeftAlone() {
        timetable.put("f", "a", at(0), Lane.STEADY);
        timetable.hold("a", at(100));
        timetable.remove("f");
        timetable.take(at(50), Lane.STEADY);
        timetable.put("g", "a", at(60), Lane.STEADY);

        assertThat(timetable.take(at(99), Lane.STEADY)).isEmpty();
        assertThat(timetable.take(at(100), Lane.STEADY)).contains("g");
    }

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }
}
