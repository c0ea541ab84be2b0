package dev.tocsin.egress;

import java.time.Duration;

/** The moment at which an exchange has to be over, on this process's own clock. */
record Deadline(long nanoTime) {
    /** That of the exchange which this thread is busy with; the name look-up asks for it. */
    static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    static Deadline in(Duration span) {
        return new Deadline(System.nanoTime() + span.toNanos());
    }

    /** Negative once it is over. */
    long nanosLeft() {
        return nanoTime - System.nanoTime();
    }

    boolean isOver() {
        return nanosLeft() <= 0;
    }
}
