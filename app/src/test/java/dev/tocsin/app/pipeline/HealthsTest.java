package dev.tocsin.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.console.api.Health;
import dev.tocsin.sink.worker.DeliveryHealth;
import dev.tocsin.sink.worker.SweepHealth;

import org.junit.jupiter.api.Test;

class HealthsTest {
    private static final DeliveryHealth SENDS = new DeliveryHealth(true, "sends", 5, 2, 1);
    private static final DeliveryHealth STUCK = new DeliveryHealth(false, "is stuck", 5, 2, 1);
    private static final SweepHealth SWEEPS = new SweepHealth(3, "");
    private static final SweepHealth FAILS = new SweepHealth(3, "nothing is removed");

    @Test
    void deliveries_run_while_they_are_sent_and_the_old_ones_go() {
        Health health = Healths.of(SENDS, SWEEPS);
        assertThat(health.state()).isEqualTo(Health.State.RUNNING);
        assertThat(health.text()).isEqualTo("sends");
        assertThat(health.details())
                .containsEntry("delivered", 5L)
                .containsEntry("failed", 2L)
                .containsEntry("parked", 1L)
                .containsEntry("removed", 3L);
    }

    @Test
    void whatever_is_in_trouble_is_told_the_sending_first() {
        assertThat(Healths.of(SENDS, FAILS))
                .extracting(Health::state, Health::text)
                .containsExactly(Health.State.WAITING, "nothing is removed");
        assertThat(Healths.of(STUCK, FAILS))
                .extracting(Health::state, Health::text)
                .containsExactly(Health.State.WAITING, "is stuck");
        assertThat(Healths.of(STUCK, SWEEPS))
                .extracting(Health::state, Health::text)
                .containsExactly(Health.State.WAITING, "is stuck");
    }
}
