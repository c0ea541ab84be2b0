package dev.tocsin.ingest.schedule;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a healthy feed when its next poll is planned.
 *
 * @param rhythm empty while nothing is known
 * @param documentEntries in the last document
 * @param overlap share of a new document's entries that were known, 0 to 1; empty where the
 *     document is the same as before
 * @param sinceLastPoll empty at the first one
 * @param updateInterval ttl or syndication period that the feed states
 * @param maxAge how long the server calls its answer fresh
 * @param pushed a hub tells what is new, polling is only the net below it
 */
public record Observation(
        Optional<Rhythm> rhythm,
        int documentEntries,
        OptionalDouble overlap,
        Optional<Duration> sinceLastPoll,
        Optional<Duration> updateInterval,
        Optional<Duration> maxAge,
        SkipTimes skipTimes,
        boolean pushed) {

    /** No entry of the last document is in this one: there were probably others in between. */
    boolean entriesMissed() {
        return overlap.isPresent() && overlap.getAsDouble() == 0;
    }
}
