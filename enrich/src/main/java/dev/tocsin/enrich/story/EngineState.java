package dev.tocsin.enrich.story;

import dev.tocsin.enrich.copy.HabitText;

import java.util.List;
import java.util.Map;

/**
 * All that an engine remembers, as plain values: an engine that takes it up goes on as the one that
 * it was taken from.
 *
 * @param nowMillis time of the latest article, in milliseconds since 1970
 * @param nextArticle number that the next article gets
 * @param reports by the number of their first article
 * @param stories in the order of their ids
 * @param habits texts from which the habits of each publisher are learnt, oldest first
 */
public record EngineState(
        long nowMillis,
        int nextArticle,
        List<ReportState> reports,
        List<StoryState> stories,
        Map<String, List<HabitText>> habits) {

    /** Put together from all pieces that deltas have left; empty pieces are a new engine's. */
    public static EngineState of(Iterable<StatePart> parts) {
        StateAssembly assembly = new StateAssembly();
        parts.forEach(assembly::add);
        return assembly.state();
    }

    /**
     * A text and who carries it.
     *
     * @param first the article that brought it, in the window or not
     * @param live those in the window, oldest first
     * @param articles how many have carried it, those that have left included
     */
    public record ReportState(Entry first, List<Entry> live, int articles, String story) {}

    /**
     * A story without its reports.
     *
     * @param formerIds stories that have become part of it
     */
    public record StoryState(
            String id, String title, Past past, boolean corrected, List<String> formerIds) {}
}
