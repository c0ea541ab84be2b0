package dev.tocsin.sink.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What came of an attempt. */
public sealed interface Outcome {
    Duration took();

    /** Of the answer, if there was one. */
    OptionalInt status();

    /** The target has it. */
    record Delivered(OptionalInt status, Duration took) implements Outcome {}

    /**
     * The target does not have it, as far as we know.
     *
     * @param text for people: what happened and what to do, without secrets
     * @param isForGood another attempt will not go better
     * @param retryAfter the wish of the target
     */
    record Failed(
            OptionalInt status,
            String text,
            boolean isForGood,
            Optional<Duration> retryAfter,
            Duration took)
            implements Outcome {
        /** Nothing was sent at all. */
        public static Failed unsent(String text, boolean isForGood) {
            return new Failed(
                    OptionalInt.empty(), text, isForGood, Optional.empty(), Duration.ZERO);
        }
    }
}
