package dev.tocsin.sink.deliver;

import java.time.Instant;

/** When an alert goes to a target. */
public sealed interface Plan {
    /** The moment that counts as that of the delivery. */
    Instant at();

    /** At once, as a message of its own. */
    record AtOnce(Instant at) implements Plan {}

    /** Later, in one message with whatever else goes to the target at that moment. */
    record Held(Instant at, Because because) implements Plan {}

    /** Why something is held. */
    enum Because {
        DIGEST,
        COOLDOWN,
        LIMIT,
        QUIET_HOURS
    }
}
