package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.shard.ShardState;

import org.junit.jupiter.api.Test;

import java.util.List;

class IngestHealthTest {
    @Test
    void isHealthyWhileShardsPoll() {
        IngestHealth health =
                IngestHealth.of(true, List.of(ShardState.POLLING, ShardState.OPENING));

        assertThat(health).isEqualTo(new IngestHealth(true, "1 of 2 shards polling"));
    }

    @Test
    void isHealthyWithoutAnyShardBecauseOtherWorkersMayHaveThem() {
        assertThat(IngestHealth.of(true, List.of()).healthy()).isTrue();
    }

    @Test
    void isNotHealthyWhileAShardWaitsForKafka() {
        IngestHealth health = IngestHealth.of(true, List.of(ShardState.POLLING, ShardState.AWAY));

        assertThat(health).isEqualTo(new IngestHealth(false, "1 of 2 shards wait for Kafka"));
    }

    @Test
    void isNotHealthyOnceTheWorkerHasEnded() {
        IngestHealth health = IngestHealth.of(false, List.of());

        assertThat(health.healthy()).isFalse();
        assertThat(health.text()).contains("no feed is polled");
    }
}
