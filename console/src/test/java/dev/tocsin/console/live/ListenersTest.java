package dev.tocsin.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

final class ListenersTest {
    private final Listeners listeners = new Listeners();

    @Test
    void everybodyGetsEveryEvent() throws Exception {
        Listener one = listeners.add();
        Listener other = listeners.add();

        listeners.publish(event(7));

        assertThat(one.next(Duration.ZERO)).extracting(LiveEvent::offset).isEqualTo(7L);
        assertThat(other.next(Duration.ZERO)).extracting(LiveEvent::offset).isEqualTo(7L);
        assertThat(one.next(Duration.ZERO)).isNull();
    }

    @Test
    void aListenerThatStandsStillIsLetGoAndHoldsNobodyUp() throws Exception {
        Listener still = listeners.add();
        Listener awake = listeners.add();

        for (int offset = 0; offset <= Listeners.MOST_WAITING; offset++) {
            listeners.publish(event(offset));
            assertThat(awake.next(Duration.ZERO)).isNotNull();
        }

        assertThat(still.isDropped()).isTrue();
        assertThat(awake.isDropped()).isFalse();
        assertThat(listeners.size()).isEqualTo(1);
    }

    @Test
    void aListenerStartsAtThePresentPosition() {
        listeners.moveTo(LiveRecords.partition(1), 42);

        assertThat(listeners.add().start())
                .isEqualTo(new ReadPosition(Map.of(LiveRecords.partition(1), 42L)));
    }

    @Test
    void nobodyIsTakenInAfterTheEnd() {
        listeners.close();

        assertThat(listeners.add().isDropped()).isTrue();
    }

    private static LiveEvent event(long offset) {
        return new LiveEvent(
                LiveRecords.partition(0), offset, LiveRecords.article("a", "vell-war"));
    }
}
