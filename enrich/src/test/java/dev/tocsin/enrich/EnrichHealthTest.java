package dev.tocsin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.topology.EnrichCounters;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class EnrichHealthTest {
    private final EnrichCounters counters = new EnrichCounters();

    @Test
    void aShortRebalanceIsNoTrouble() {
        EnrichHealth health =
                EnrichHealth.of(true, "rebalancing", Duration.ofSeconds(59), counters);

        assertThat(health.state()).isEqualTo(EnrichHealth.State.RUNNING);
        assertThat(health.text())
                .isEqualTo("rebalancing: 0 tagged, 0 unchanged, 0 dead letters since start");
    }

    @Test
    void aLongOneIsToldWithItsLengthAndWhereToRead() {
        EnrichHealth health =
                EnrichHealth.of(true, "rebalancing", Duration.ofSeconds(130), counters);

        assertThat(health.state()).isEqualTo(EnrichHealth.State.WAITING);
        assertThat(health.text()).startsWith("rebalancing for 2 min").contains("docs/cluster.md");
    }

    @Test
    void givenUpIsFailed() {
        assertThat(EnrichHealth.of(false, "error", Duration.ofHours(1), counters).state())
                .isEqualTo(EnrichHealth.State.FAILED);
    }
}
