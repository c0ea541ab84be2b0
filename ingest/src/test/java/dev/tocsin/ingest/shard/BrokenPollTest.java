package dev.tocsin.ingest.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;
import dev.tocsin.schemas.SampleRecords;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class BrokenPollTest {
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");
    private static final FeedCursor BEFORE = SampleRecords.cursor();

    @Test
    void aDefectIsShownAtItsFeedAndTriedAgainInAnHour() {
        PollResult result =
                BrokenPoll.of(
                        SampleRecords.feed(), BEFORE, new IllegalStateException("oops"), NOON);

        assertThat(result.articles()).isEmpty();
        assertThat(result.cursor().getState()).isEqualTo(FeedState.FAILING);
        assertThat(result.cursor().getLastError()).contains("INTERNAL");
        assertThat(result.cursor().getLastErrorText().orElseThrow()).contains("oops");
        assertThat(result.cursor().getNextPollAt()).contains(NOON.plusSeconds(3_600));
        assertThat(result.cursor().getConsecutiveFailures()).isEqualTo(1);
    }

    @Test
    void theCursorGoesOnOtherwiseUnchanged() {
        FeedCursor cursor = BrokenPoll.tooLarge(SampleRecords.feed(), BEFORE, NOON).cursor();

        assertThat(cursor.getPolls()).isEqualTo(BEFORE.getPolls() + 1);
        assertThat(cursor.getSeenEntries()).isEqualTo(BEFORE.getSeenEntries());
        assertThat(cursor.getEtag()).isEqualTo(BEFORE.getEtag());
        assertThat(cursor.getEntriesSeen()).isEqualTo(BEFORE.getEntriesSeen());
    }

    @Test
    void aTalkativeDefectIsCutShort() {
        Error defect = new StackOverflowError("x".repeat(10_000));
        PollResult result = BrokenPoll.of(SampleRecords.feed(), BEFORE, defect, NOON);

        assertThat(result.cursor().getLastErrorText().orElseThrow()).hasSize(300);
    }
}
