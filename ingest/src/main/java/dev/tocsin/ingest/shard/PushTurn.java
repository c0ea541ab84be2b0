package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.ingest.publish.LogProgress;

import java.util.List;
import java.util.Optional;

/**
 * What came of pushes, to be committed at once.
 *
 * @param done how far the pushes have been dealt with; empty where that has not changed
 */
record PushTurn(List<PollResult> results, Optional<LogProgress> done) {
    static final PushTurn NOTHING = new PushTurn(List.of(), Optional.empty());

    boolean isEmpty() {
        return results.isEmpty() && done.isEmpty();
    }
}
