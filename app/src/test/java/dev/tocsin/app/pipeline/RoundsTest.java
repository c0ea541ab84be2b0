package dev.tocsin.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

class RoundsTest {
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void a_round_that_fails_does_not_keep_the_next_from_coming() {
        try (Rounds rounds = new Rounds("test", PAUSE, this::failAtFirst)) {
            rounds.start();
            await().until(() -> done.get() >= 3);
        }
    }

    @Test
    void after_the_round_in_hand_none_begins() throws Exception {
        Rounds rounds = new Rounds("test", PAUSE, done::incrementAndGet);
        rounds.start();
        await().until(() -> done.get() > 0);

        rounds.close();
        rounds.await();

        int end = done.get();
        Thread.sleep(PAUSE.multipliedBy(20));
        assertThat(done).hasValue(end);
        assertThat(rounds.isClosed()).isTrue();
    }

    private void failAtFirst() {
        if (done.incrementAndGet() == 1) {
            throw new IllegalStateException("the first round fails");
        }
    }
}
