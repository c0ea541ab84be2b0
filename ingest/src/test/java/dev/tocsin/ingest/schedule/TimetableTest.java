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
        assertThat(timetable.take(NOON)).isEmpty();
        assertThat(timetable.nextTurn()).isEmpty();
        assertThat(timetable.size()).isZero();
    }

    @Test
    void givesWhatHasBeenDueLongestAndNothingBeforeItIsDue() {
        timetable.put("late", "a", at(20));
        timetable.put("early", "b", at(10));
        timetable.put("later", "c", at(30));

        assertThat(timetable.take(at(9))).isEmpty();
        assertThat(timetable.take(at(25))).contains("early");
        assertThat(timetable.take(at(25))).contains("late");
        assertThat(timetable.take(at(25))).isEmpty();
        assertThat(timetable.nextTurn()).contains(at(30));
    }

    @Test
    void aMomentIsDueAtThatMoment() {
        timetable.put("f", "a", at(10));

        assertThat(timetable.take(at(10))).contains("f");
    }

    @Test
    void asksAHostForOneFeedAtATime() {
        timetable.put("one", "a", at(0));
        timetable.put("two", "a", at(0));
        timetable.put("other", "b", at(5));

        assertThat(timetable.take(at(60))).contains("one");
        assertThat(timetable.take(at(60))).contains("other");
        assertThat(timetable.take(at(600))).isEmpty();
        assertThat(timetable.nextTurn()).isEmpty();
    }

    @Test
    void pausesBetweenTheEndOfARequestAndTheNext() {
        timetable.put("one", "a", at(0));
        timetable.put("two", "a", at(0));
        timetable.take(at(0));
        timetable.release("a", at(10));

        assertThat(timetable.nextTurn()).contains(at(12));
        assertThat(timetable.take(at(11))).isEmpty();
        assertThat(timetable.take(at(12))).contains("two");
    }

    @Test
    void leavesAHostAloneForAsLongAsItAsked() {
        timetable.put("one", "a", at(0));
        timetable.put("two", "a", at(0));
        timetable.take(at(0));
        timetable.release("a", at(1));
        timetable.hold("a", at(100));

        assertThat(timetable.take(at(99))).isEmpty();
        assertThat(timetable.take(at(100))).contains("two");
    }

    @Test
    void theLongestWishOfAHostCounts() {
        timetable.put("f", "a", at(0));
        timetable.hold("a", at(100));
        timetable.hold("a", at(50));
        timetable.release("a", at(10));

        assertThat(timetable.take(at(99))).isEmpty();
        assertThat(timetable.take(at(100))).contains("f");
    }

    @Test
    void aWishDoesNotEndTheRequestUnderWay() {
        timetable.put("one", "a", at(0));
        timetable.put("two", "a", at(0));
        timetable.take(at(0));
        timetable.hold("a", at(5));

        assertThat(timetable.take(at(50))).isEmpty();
    }

    @Test
    void aRequestFromElsewhereKeepsItsHostBusyToo() {
        timetable.put("f", "a", at(0));
        timetable.occupy("a");
        assertThat(timetable.take(at(50))).isEmpty();

        timetable.release("a", at(50));

        assertThat(timetable.take(at(52))).contains("f");
    }

    @Test
    void puttingAFeedAgainReplacesItsTime() {
        timetable.put("f", "a", at(10));
        timetable.put("f", "a", at(30));

        assertThat(timetable.size()).isEqualTo(1);
        assertThat(timetable.nextTurn()).contains(at(30));
        assertThat(timetable.take(at(20))).isEmpty();
        assertThat(timetable.take(at(30))).contains("f");
        assertThat(timetable.take(at(30))).isEmpty();
    }

    @Test
    void aFeedMayMoveToAnotherHost() {
        timetable.put("f", "a", at(10));
        timetable.put("f", "b", at(20));

        assertThat(timetable.take(at(15))).isEmpty();
        assertThat(timetable.take(at(20))).contains("f");
        assertThat(timetable.take(at(20))).isEmpty();
    }

    @Test
    void aRemovedFeedIsNeverDueAndTheOthersOfItsHostAre() {
        timetable.put("f", "a", at(10));
        timetable.put("g", "a", at(20));
        timetable.remove("f");
        timetable.remove("unknown");

        assertThat(timetable.nextTurn()).contains(at(20));
        assertThat(timetable.take(at(15))).isEmpty();
        assertThat(timetable.take(at(20))).contains("g");
    }

    @Test
    void aFeedRemovedWhileItsHostIsBusyDoesNotComeBackByTheRelease() {
        timetable.put("one", "a", at(0));
        timetable.put("two", "a", at(0));
        timetable.take(at(0));
        timetable.remove("two");
        timetable.release("a", at(1));

        assertThat(timetable.take(at(100))).isEmpty();
    }

    @Test
    void forgetsHostsWithoutFeedsOnceTheirPauseIsOver() {
        for (int i = 0; i < 1_000; i++) {
            timetable.put("f" + i, "host" + i, at(i));
            timetable.take(at(i));
            timetable.release("host" + i, at(i));
        }

        assertThat(timetable.take(at(2_000))).isEmpty();
        assertThat(timetable.hosts()).isZero();
    }

    @Test
    void doesNotForgetThatAHostWithoutFeedsAskedToBeLeftAlone() {
        timetable.put("f", "a", at(0));
        timetable.hold("a", at(100));
        timetable.remove("f");
        timetable.take(at(50));
        timetable.put("g", "a", at(60));

        assertThat(timetable.take(at(99))).isEmpty();
        assertThat(timetable.take(at(100))).contains("g");
    }

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }
}
