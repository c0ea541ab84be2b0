package dev.tocsin.enrich.story;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stories of the window by id. A story that has become part of another is found under both. */
final class Clusters {
    private final Map<String, Cluster> byId = new HashMap<>();

    /** From the id of a story that is part of another to the other's. */
    private final Map<String, String> absorbed = new HashMap<>();

    /** In the order of their ids. */
    List<Cluster> all() {
        return byId.values().stream().sorted(Comparator.comparing(Cluster::id)).toList();
    }

    @Nullable Cluster find(String id) {
        return byId.get(absorbed.getOrDefault(id, id));
    }

    /** The story of that very id, which there has to be. */
    Cluster get(String id) {
        Cluster cluster = byId.get(id);
        if (cluster == null) {
            throw new IllegalStateException("no story " + id);
        }
        return cluster;
    }

    /** A story without reports, named after its first article. */
    Cluster begin(Entry first) {
        String id = first.id();
        for (int attempt = 2; byId.containsKey(id); attempt++) {
            id = first.id() + "/" + attempt;
        }
        Cluster cluster = new Cluster(id, first.title(), Past.NONE, false);
        enter(cluster);
        return cluster;
    }

    void enter(Cluster cluster) {
        byId.put(cluster.id(), cluster);
        absorbed.remove(cluster.id());
        cluster.formerIds().forEach(former -> absorbed.put(former, cluster.id()));
    }

    /** The first has no reports any more and is part of the second. */
    void absorb(Cluster cluster, Cluster into) {
        byId.remove(cluster.id());
        into.succeed(cluster);
        into.formerIds().forEach(former -> absorbed.put(former, into.id()));
    }

    /** Nobody has heard of the story yet, and nobody will. */
    void drop(Cluster cluster) {
        byId.remove(cluster.id());
    }

    /** Nothing of the story is in the window any more. */
    void end(Cluster cluster) {
        byId.remove(cluster.id());
        cluster.formerIds().forEach(absorbed::remove);
    }
}
