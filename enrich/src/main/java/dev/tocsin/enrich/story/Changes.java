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

    private Changes() {}

    static Changes beforeTouching(Collection<Cluster> clusters) {
        Changes changes = new Changes();
        for (Cluster cluster : clusters) {
            changes.touched.add(cluster);
            cluster.reports().forEach(report -> changes.before.put(report, Place.of(report)));
        }
        return changes;
    }

    /** An article of the report is new. */
    List<StoryChange> after(Report arrived) {
        Place place = before.get(arrived);
        if (place != null && place.equals(Place.of(arrived))) {
            Entry latest = arrived.live().getLast();
            return list(List.of(filed(latest, arrived)), Set.of(arrived.cluster()));
        }
        List<StoryChange> filed = new ArrayList<>();
        arrived.live().forEach(entry -> filed.add(filed(entry, arrived)));
        before.remove(arrived);
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
                report.live().forEach(entry -> changes.add(filed(entry, report)));
                changed.add(place.cluster());
                changed.add(report.cluster());
            }
        });
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

    private static StoryChange filed(Entry entry, Report report) {
        return new StoryChange.Filed(entry.id(), report.cluster().id(), report.copyGroup());
    }
}
