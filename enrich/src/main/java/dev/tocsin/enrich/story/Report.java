package dev.tocsin.enrich.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One text and the articles that carry it: the first one and its copies. Mutable. */
final class Report {
    private final Entry first;
    private final List<Entry> live = new ArrayList<>(1);
    private int articles;
    private Cluster cluster;

    /** Begins a story of its own. */
    Report(Entry first, Cluster cluster) {
        this.first = first;
        this.cluster = cluster;
        cluster.takeOver(List.of(this));
    }

    /** The article that brought the text; it speaks for all, even when it has left the window. */
    Entry first() {
        return first;
    }

    int number() {
        return first.number();
    }

    Cluster cluster() {
        return cluster;
    }

    void moveTo(Cluster other) {
        cluster = other;
    }

    /** Articles that are in the window, oldest first. */
    List<Entry> live() {
        return Collections.unmodifiableList(live);
    }

    /** Those that have left the window included. */
    int articles() {
        return articles;
    }

    Optional<String> copyGroup() {
        return articles > 1 ? Optional.of(first.id()) : Optional.empty();
    }

    /** The article of that id, which has to be in the window. */
    Entry entry(String article) {
        return live.stream().filter(each -> each.id().equals(article)).findFirst().orElseThrow();
    }

    void add(Entry entry) {
        live.add(entry);
        articles++;
    }

    void remove(Entry entry) {
        live.remove(entry);
    }

    void restore(List<Entry> entries, int everSeen) {
        live.addAll(entries);
        articles = everSeen;
    }
}
