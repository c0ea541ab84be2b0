package dev.tocsin.console.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conflict topics in the order of the taxonomy; a slug without a name is shown as it is. */
public final class TopicNames {
    private final Map<String, String> names = new LinkedHashMap<>();

    public TopicNames(List<TopicName> conflictTopics) {
        conflictTopics.forEach(entry -> names.put(entry.slug(), entry.name()));
    }

    /** What people see for a slug. */
    public String name(String slug) {
        return names.getOrDefault(slug, slug);
    }

    /** The slug with its name. */
    public TopicName named(String slug) {
        return new TopicName(slug, name(slug));
    }

    /** Whether the taxonomy has it. */
    public boolean knows(String slug) {
        return names.containsKey(slug);
    }

    /** All slugs that have a name. */
    public List<String> slugs() {
        return List.copyOf(names.keySet());
    }
}
