package dev.tocsin.sink.deliver;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/** Why a target is told of an alert: it was raised, its story has grown, or it is over. */
public final class Reasons {
    /** The alert is new. */
    public static final String RAISED = "RAISED";

    /** What it tells of is over. */
    public static final String ENDED = "ENDED";

    private static final String GROWN = "ORIGINS_";

    private Reasons() {}

    /**
     * The reason to tell of an alert now, if there is one. Several thresholds crossed at once are
     * one reason, the highest of them.
     *
     * @param known independent origins when the alert was stored last; empty for a new alert
     * @param origins independent origins now
     * @param thresholds at which the rule wants to be told again
     */
    public static Optional<String> of(
            OptionalInt known, int origins, Collection<Integer> thresholds) {
        if (known.isEmpty()) {
            return Optional.of(RAISED);
        }
        return thresholds.stream()
                .filter(threshold -> threshold > known.getAsInt() && threshold <= origins)
                .max(Comparator.naturalOrder())
                .map(threshold -> GROWN + threshold);
    }
}
