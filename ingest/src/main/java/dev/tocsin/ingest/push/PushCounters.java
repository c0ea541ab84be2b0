package dev.tocsin.ingest.push;

import java.util.concurrent.atomic.LongAdder;

/** Counts what comes in at the callback. Safe for many threads. */
final class PushCounters {
    private final LongAdder received = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder ignored = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder refused = new LongAdder();

    void received() {
        received.increment();
    }

    void accepted() {
        accepted.increment();
    }

    void ignored() {
        ignored.increment();
    }

    void unknown() {
        unknown.increment();
    }

    void refused() {
        refused.increment();
    }

    PushCounts now() {
        return new PushCounts(
                received.sum(), accepted.sum(), ignored.sum(), unknown.sum(), refused.sum());
    }
}
