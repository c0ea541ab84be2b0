package dev.tocsin.enrich.alert.rate;

import dev.tocsin.schemas.AlertEvidence;

import java.time.Instant;
import java.util.List;

/**
 * How much there is on a conflict topic in a window of time.
 *
 * @param end of the window
 * @param firstSeen eventAt of the earliest article
 * @param formerWeeks stories in the same hours of former weeks, the last week first; weeks in which
 *     nothing was collected are left out
 * @param evidence an article of each story, the latest first
 */
public record TopicVolume(
        String conflictTopic,
        Instant end,
        int stories,
        int articles,
        int independentOrigins,
        Instant firstSeen,
        List<Integer> formerWeeks,
        List<AlertEvidence> evidence) {

    public TopicVolume {
        formerWeeks = List.copyOf(formerWeeks);
        evidence = List.copyOf(evidence);
    }
}
