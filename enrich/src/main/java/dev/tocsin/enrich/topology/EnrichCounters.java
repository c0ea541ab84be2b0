package dev.tocsin.enrich.topology;

import java.util.concurrent.atomic.LongAdder;

/** Since this process began: records read = tagged + unchanged + dead. */
public final class EnrichCounters {
    private final LongAdder tagged = new LongAdder();
    private final LongAdder unchanged = new LongAdder();
    private final LongAdder dead = new LongAdder();

    void tagged() {
        tagged.increment();
    }

    void unchanged() {
        unchanged.increment();
    }

    void dead() {
        dead.increment();
    }

    /** Records that became tagged articles. */
    public long taggedCount() {
        return tagged.sum();
    }

    /** Records whose feed had published this very text before. */
    public long unchangedCount() {
        return unchanged.sum();
    }

    /** Records that became dead letters. */
    public long deadCount() {
        return dead.sum();
    }
}
