package dev.tocsin.enrich.story;

import dev.tocsin.enrich.copy.HabitListener;
import dev.tocsin.enrich.copy.HabitText;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Notes which parts of an engine are no longer as they were written down. */
final class Journal implements HabitListener {
    private final Map<StateKey, Optional<StatePart>> plain = new LinkedHashMap<>();
    private final Set<Report> reports = new LinkedHashSet<>();
    private final Set<Cluster> clusters = new LinkedHashSet<>();

    void changed(Entry entry) {
        plain.put(StatePart.Article.key(entry.number()), Optional.of(new StatePart.Article(entry)));
    }

    void changed(Report report) {
        reports.add(report);
    }

    void changed(Cluster cluster) {
        clusters.add(cluster);
    }

    /** The first article of a text is kept as long as there are copies. */
    void left(Entry entry, Report report) {
        changed(report);
        changed(report.cluster());
        if (entry.number() != report.number()) {
            plain.put(StatePart.Article.key(entry.number()), Optional.empty());
        }
        if (report.live().isEmpty()) {
            plain.put(StatePart.Article.key(report.number()), Optional.empty());
        }
    }

    @Override
    public void learnt(String source, HabitText text) {
        plain.put(
                StatePart.Habit.key(source, text.article()),
                Optional.of(new StatePart.Habit(source, text)));
    }

    @Override
    public void forgot(String source, int article) {
        plain.put(StatePart.Habit.key(source, article), Optional.empty());
    }

    /** All that has been noted, as it is now. */
    EngineDelta drain(long nowMillis, int nextArticle) {
        Map<StateKey, Optional<StatePart>> parts = new LinkedHashMap<>(plain);
        reports.forEach(report -> enter(parts, StatePart.Text.key(report.number()), text(report)));
        clusters.forEach(
                cluster -> enter(parts, StatePart.Story.key(cluster.id()), story(cluster)));
        parts.put(
                StatePart.Progress.KEY,
                Optional.of(new StatePart.Progress(nowMillis, nextArticle)));
        plain.clear();
        reports.clear();
        clusters.clear();
        return delta(parts);
    }

    /** A story may have ended and another begun under its id: what there is counts. */
    private static void enter(
            Map<StateKey, Optional<StatePart>> parts, StateKey key, Optional<StatePart> part) {
        if (part.isPresent() || parts.getOrDefault(key, part).isEmpty()) {
            parts.put(key, part);
        }
    }

    private static Optional<StatePart> text(Report report) {
        return report.live().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new StatePart.Text(
                                report.number(),
                                report.live().stream().map(Entry::number).toList(),
                                report.articles(),
                                report.cluster().id()));
    }

    private static Optional<StatePart> story(Cluster cluster) {
        return cluster.isEmpty()
                ? Optional.empty()
                : Optional.of(new StatePart.Story(Snapshot.of(cluster)));
    }

    private static EngineDelta delta(Map<StateKey, Optional<StatePart>> parts) {
        List<StatePart> written = new ArrayList<>();
        List<StateKey> removed = new ArrayList<>();
        parts.forEach((key, part) -> part.ifPresentOrElse(written::add, () -> removed.add(key)));
        return new EngineDelta(List.copyOf(written), List.copyOf(removed));
    }
}
