package dev.tocsin.enrich.story;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The conflict topics of an article, of which most have none or one. Mutable. */
public final class Topics {
    private List<String> sorted;

    Topics(Collection<String> names) {
        this.sorted = sorted(names);
    }

    /** In the order of their names, without doubles. */
    List<String> names() {
        return sorted;
    }

    /** Returns whether they were others before. */
    boolean replace(Collection<String> names) {
        List<String> before = sorted;
        sorted = sorted(names);
        return !sorted.equals(before);
    }

    /** Returns whether it was not there before. */
    boolean add(String name) {
        TreeSet<String> more = new TreeSet<>(sorted);
        more.add(name);
        return replace(more);
    }

    /** Returns whether it was there before. */
    boolean remove(String name) {
        return replace(sorted.stream().filter(each -> !each.equals(name)).toList());
    }

    private static List<String> sorted(Collection<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }
}
