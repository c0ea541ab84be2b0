package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.poll.PollResult;

/** Hears of every poll once its transaction is committed, on the shard's thread: return quickly. */
@FunctionalInterface
public interface PollListener {
    void committed(PollResult result);
}
