package dev.tocsin.enrich.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Remembers how stories were, and tells afterwards what has become of them. */
final class Changes {
    private final Map<Report, Place> before = new LinkedHashMap<>();
    private final Set<Cluster> touched = new LinkedHashSet<>();

    private record Place(Cluster cluster, Optional<String> copyGroup) {
        static Place of(Report report) {
            return new Place(report.cluster(), report.copyGroup());
        }
    }

    private final Journal journal;

    private Changes(Journal journal) {
        this.journal = journal;
    }

    static Changes beforeTouching(Collection<Cluster> clusters, Journal journal) {
        Changes changes = new Changes(journal);
        for (Cluster cluster : clusters) {
            changes.touched.add(cluster);
            cluster.reports().forEach(report -> changes.before.put(report, Place.of(report)));
        }
        return changes;
    }

    /** An article of the report is new. */
    List<StoryChange> after(Report arrived) {
        Optional<Place> place = Optional.ofNullable(before.remove(arrived));
        List<StoryChange> filed = new ArrayList<>();
        if (place.isPresent() && !place.get().equals(Place.of(arrived))) {
            arrived.live().stream()
                    .limit(arrived.live().size() - 1L)
                    .forEach(entry -> filed.add(filed(entry, arrived, place)));
        }
        filed.add(filed(arrived.live().getLast(), arrived, Optional.empty()));
        journal.changed(arrived);
        return list(filed, Set.of(arrived.cluster()));
    }

    /** Nothing is new but the grouping. */
    List<StoryChange> after(Collection<Cluster> changed) {
        return list(List.of(), changed);
    }

    private List<StoryChange> list(List<StoryChange> filed, Collection<Cluster> alsoChanged) {
        List<StoryChange> changes = new ArrayList<>(filed);
        Set<Cluster> changed = new LinkedHashSet<>(alsoChanged);
        before.forEach((report, place) -> {
            if (!place.equals(Place.of(report))) {
                report.live()
                        .forEach(entry -> changes.add(filed(entry, report, Optional.of(place))));
                changed.add(place.cluster());
                changed.add(report.cluster());
            }
        });
        note(changed);
        touched.stream()
                .filter(Cluster::isEmpty)
                .forEach(cluster -> changes.add(absorbed(cluster)));
        changed.stream()
                .filter(cluster -> !cluster.isEmpty())
                .forEach(cluster -> changes.add(new StoryChange.Updated(cluster.story())));
        return changes;
    }

    private StoryChange absorbed(Cluster cluster) {
        String into =
                before.entrySet().stream()
                        .filter(each -> each.getValue().cluster() == cluster)
                        .map(each -> each.getKey().cluster())
                        .filter(other -> other.formerIds().contains(cluster.id()))
                        .map(Cluster::id)
                        .findFirst()
                        .orElse(cluster.id());
        return new StoryChange.Absorbed(cluster.id(), into);
    }

    private static StoryChange filed(Entry entry, Report report, Optional<Place> before) {
        return new StoryChange.Filed(
                entry.id(),
                report.cluster().id(),
                report.copyGroup(),
                report.first().publisher(),
                before.map(place -> place.cluster().id()));
    }

    /** Has written down what is not as it was. */
    private void note(Set<Cluster> changed) {
        before.forEach((report, place) -> {
            if (!place.equals(Place.of(report))) {
                journal.changed(report);
            }
        });
        touched.forEach(journal::changed);
        changed.forEach(journal::changed);
    }
}
