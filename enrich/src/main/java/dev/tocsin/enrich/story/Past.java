package dev.tocsin.enrich.story;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a story remembers of articles that have left the window.
 *
 * @param origins publishers that had a text of their own
 */
public record Past(
        long firstMillis,
        long lastMillis,
        int articles,
        int copyGroups,
        SortedSet<String> origins,
        SortedSet<String> languages,
        SortedSet<String> conflictTopics) {

    static final Past NONE =
            new Past(
                    Long.MAX_VALUE,
                    Long.MIN_VALUE,
                    0,
                    0,
                    new TreeSet<>(),
                    new TreeSet<>(),
                    new TreeSet<>());

    /** With an article that leaves; its text leaves with the last of its articles. */
    Past and(Entry entry, Report report) {
        TreeSet<String> language = new TreeSet<>();
        language.add(entry.language());
        TreeSet<String> origin = new TreeSet<>();
        origin.add(report.first().publisher());
        boolean lastCopy = report.live().isEmpty() && report.articles() > 1;
        return and(
                new Past(
                        entry.atMillis(),
                        entry.atMillis(),
                        1,
                        lastCopy ? 1 : 0,
                        origin,
                        language,
                        new TreeSet<>(entry.conflictTopics().names())));
    }

    Past and(Past other) {
        return new Past(
                Math.min(firstMillis, other.firstMillis),
                Math.max(lastMillis, other.lastMillis),
                articles + other.articles,
                copyGroups + other.copyGroups,
                union(origins, other.origins),
                union(languages, other.languages),
                union(conflictTopics, other.conflictTopics));
    }

    private static SortedSet<String> union(SortedSet<String> some, SortedSet<String> others) {
        TreeSet<String> union = new TreeSet<>(some);
        union.addAll(others);
        return union;
    }
}
