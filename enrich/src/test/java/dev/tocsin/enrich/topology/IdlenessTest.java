package dev.tocsin.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class IdlenessTest {
    private final AtomicLong nanos = new AtomicLong(5);
    private final Idleness idleness = new Idleness(nanos::get);

    @Test
    void lastsFromTheBeginningUntilTheStreamRuns() {
        idleness.onChange(State.REBALANCING, State.CREATED);
        nanos.addAndGet(Duration.ofSeconds(90).toNanos());
        assertThat(idleness.lasts()).isEqualTo(Duration.ofSeconds(90));

        idleness.onChange(State.RUNNING, State.REBALANCING);
        nanos.addAndGet(Duration.ofSeconds(90).toNanos());
        assertThat(idleness.lasts()).isZero();
    }

    @Test
    void countsFromTheMomentTheStreamStoodStill() {
        idleness.onChange(State.RUNNING, State.REBALANCING);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        idleness.onChange(State.REBALANCING, State.RUNNING);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        idleness.onChange(State.PENDING_ERROR, State.REBALANCING);
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());

        assertThat(idleness.lasts()).isEqualTo(Duration.ofSeconds(5));
    }
}
