package dev.tocsin.enrich.alert.rate;

import dev.tocsin.schemas.VolumeCondition;

import java.util.List;

/** Whether a count of stories is unusual. */
public sealed interface VolumeVerdict {

    /** Weeks of which the counts have to be known; with fewer nothing is told. */
    int FEWEST_WEEKS = 3;

    /** Too few weeks are known to say what is usual. */
    record TooLittleHistory(int weeks) implements VolumeVerdict {}

    /** As many as may be expected. */
    record Usual(Baseline baseline) implements VolumeVerdict {}

    /** Far more than may be expected. */
    record Unusual(Baseline baseline, double deviations) implements VolumeVerdict {}

    /**
     * The verdict on a count.
     *
     * @param formerWeeks counts of the same hours of former weeks; weeks in which nothing was
     *     collected are left out, those without stories are zeros
     */
    static VolumeVerdict of(VolumeCondition condition, int stories, List<Integer> formerWeeks) {
        if (formerWeeks.size() < FEWEST_WEEKS) {
            return new TooLittleHistory(formerWeeks.size());
        }
        Baseline baseline = Baseline.of(formerWeeks);
        double deviations = baseline.deviations(stories);
        return stories >= condition.getLeastStories() && deviations >= condition.getDeviations()
                ? new Unusual(baseline, deviations)
                : new Usual(baseline);
    }
}
