package dev.tocsin.console.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The conflict topics in force, in the order of the taxonomy; a slug without a name is shown as it
 * is. Thread-safe.
 */
public final class TopicNames {

    private final Derived<List<TopicName>, Map<String, String>> names;

    public TopicNames(List<TopicName> conflictTopics) {
        this(() -> conflictTopics);
    }

    /**
     * @param inForce the same list as long as it says the same
     */
    public TopicNames(Supplier<List<TopicName>> inForce) {
        this.names = new Derived<>(inForce, TopicNames::bySlug);
    }

    /** What people see for a slug. */
    public String name(String slug) {
        return names.get().getOrDefault(slug, slug);
    }

    /** The slug with its name. */
    public TopicName named(String slug) {
        return new TopicName(slug, name(slug));
    }

    /** Whether the taxonomy has it. */
    public boolean knows(String slug) {
        return names.get().containsKey(slug);
    }

    /** All slugs that have a name. */
    public List<String> slugs() {
        return List.copyOf(names.get().keySet());
    }

    private static Map<String, String> bySlug(List<TopicName> conflictTopics) {
        Map<String, String> names = new LinkedHashMap<>();
        conflictTopics.forEach(entry -> names.put(entry.slug(), entry.name()));
        return names;
    }
}
