package dev.tocsin.enrich.taxonomy;

import java.util.List;
import java.util.Optional;

/**
 * All conflict topics with the words they share.
 *
 * @param version short hash of the content; the same content always has the same version
 * @param conflictTopics by slug
 * @param context words that make a country's name likely to mean its war
 * @param exclusions words of other worlds (sport, film, business) that make it unlikely
 * @param masks phrases such as "price war" that are to be read as no conflict words at all
 */
public record Taxonomy(
        String version,
        List<ConflictTopic> conflictTopics,
        List<Term> context,
        List<Term> exclusions,
        List<Term> masks) {

    public Taxonomy {
        conflictTopics = List.copyOf(conflictTopics);
        context = List.copyOf(context);
        exclusions = List.copyOf(exclusions);
        masks = List.copyOf(masks);
    }

    /** The conflict topic of that slug, if there is one. */
    public Optional<ConflictTopic> find(String slug) {
        return conflictTopics.stream().filter(each -> each.slug().equals(slug)).findFirst();
    }
}
