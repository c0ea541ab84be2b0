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

    private record Known(List<TopicName> conflictTopics, Map<String, String> names) {

        static Known of(List<TopicName> conflictTopics) {
            Map<String, String> names = new LinkedHashMap<>();
            conflictTopics.forEach(entry -> names.put(entry.slug(), entry.name()));
            return new Known(conflictTopics, names);
        }
    }

    private final Supplier<List<TopicName>> inForce;
    private volatile Known known;

    public TopicNames(List<TopicName> conflictTopics) {
        this(() -> conflictTopics);
    }

    /**
     * @param inForce the same list as long as it says the same
     */
    public TopicNames(Supplier<List<TopicName>> inForce) {
        this.inForce = inForce;
        this.known = Known.of(inForce.get());
    }

    /** What people see for a slug. */
    public String name(String slug) {
        return names().getOrDefault(slug, slug);
    }

    /** The slug with its name. */
    public TopicName named(String slug) {
        return new TopicName(slug, name(slug));
    }

    /** Whether the taxonomy has it. */
    public boolean knows(String slug) {
        return names().containsKey(slug);
    }

    /** All slugs that have a name. */
    public List<String> slugs() {
        return List.copyOf(names().keySet());
    }

    private Map<String, String> names() {
        List<TopicName> now = inForce.get();
        Known last = known;
        if (last.conflictTopics() != now) {
            last = Known.of(now);
            known = last;
        }
        return last.names();
    }
}
