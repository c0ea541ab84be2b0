package dev.tocsin.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

class HostTurnsTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);

    @Test
    void requestsToOneHostComeOneAfterTheOtherWithAPauseBetween() throws Exception {
        Duration pause = Duration.ofMillis(40);
        HostTurns turns = new HostTurns(pause);
        List<Long> starts = new CopyOnWriteArrayList<>();
        List<Long> ends = new CopyOnWriteArrayList<>();
        List<Thread> threads =
                java.util.stream.IntStream.range(0, 5)
                        .mapToObj(_ -> Thread.ofVirtual().start(() -> ask(turns, starts, ends)))
                        .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(starts).hasSize(5);
        for (int next = 1; next < starts.size(); next++) {
            assertThat(starts.get(next) - ends.get(next - 1))
                    .isGreaterThanOrEqualTo(pause.toNanos());
        }
    }

    private static void ask(HostTurns turns, List<Long> starts, List<Long> ends) {
        try (HostTurns.Turn _ = turns.take("paper.example", patient())) {
            starts.add(System.nanoTime());
            Thread.sleep(2);
            ends.add(System.nanoTime());
        } catch (EgressException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void hostsDoNotWaitForOneAnother() throws Exception {
        HostTurns turns = new HostTurns(Duration.ofHours(1));
        try (HostTurns.Turn _ = turns.take("paper.example", patient());
                HostTurns.Turn other = turns.take("wire.example", patient())) {
            assertThat(other).isNotNull();
        }
    }

    @Test
    void whoeverHasNoPatienceLeftIsToldSo() throws Exception {
        HostTurns turns = new HostTurns(Duration.ofHours(1));
        turns.take("paper.example", patient()).close();

        assertThatThrownBy(() -> turns.take("paper.example", Deadline.in(Duration.ofMillis(10))))
                .isInstanceOf(EgressException.class)
                .hasMessageContaining("paper.example");
    }

    @Test
    void withoutAPauseNothingIsKeptApart() throws Exception {
        HostTurns turns = new HostTurns(Duration.ZERO);
        CountDownLatch second = new CountDownLatch(1);
        try (HostTurns.Turn _ = turns.take("paper.example", patient());
                HostTurns.Turn _ = turns.take("paper.example", Deadline.in(Duration.ZERO))) {
            second.countDown();
        }

        assertThat(second.getCount()).isZero();
        assertThat(turns.size()).isZero();
    }

    @Test
    void hostsWhosePauseIsOverAreForgotten() throws Exception {
        HostTurns turns = new HostTurns(Duration.ofNanos(1));
        for (int host = 0; host < 5_000; host++) {
            turns.take(host + ".example", patient()).close();
        }

        assertThat(turns.size()).isLessThan(2_000);
    }

    private static Deadline patient() {
        return Deadline.in(PATIENT);
    }
}
