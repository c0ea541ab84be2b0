package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.ingest.shard.ShardSettings;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class IngestTest {
    @Test
    void whatWasNeverStartedIsNotHealthyAndCanBeClosed() {
        Ingest ingest =
                new Ingest(
                        new IngestSettings(
                                new ShardSettings(Map.of(), 1, Duration.ZERO, false),
                                Optional.empty()),
                        new RecordSerdes(RecordFormat.of(Optional.empty())),
                        (feed, cursor) ->
                                new PollResult(feed, cursor, List.of(), List.of(), List.of()),
                        result -> {},
                        Clock.systemUTC());

        ingest.close();

        assertThat(ingest.health().healthy()).isFalse();
    }
}
