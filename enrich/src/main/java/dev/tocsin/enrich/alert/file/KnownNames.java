package dev.tocsin.enrich.alert.file;

import dev.tocsin.enrich.event.EventType;
import dev.tocsin.enrich.event.EventTypes;
import dev.tocsin.enrich.place.Gazetteer;
import dev.tocsin.enrich.place.Place;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.Term;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What rules may name.
 *
 * @param conflictTopics slugs
 * @param eventTypes slugs
 * @param places ids of the gazetteer, countries by code in small letters
 * @param placeIds places by what people call them, in small letters
 */
public record KnownNames(
        List<String> conflictTopics,
        List<String> eventTypes,
        List<String> places,
        Map<String, String> placeIds) {

    public KnownNames {
        conflictTopics = List.copyOf(conflictTopics);
        eventTypes = List.copyOf(eventTypes);
        places = List.copyOf(places);
        placeIds = Map.copyOf(placeIds);
    }

    /** The names of a taxonomy, and of the data that articles are annotated with. */
    public static KnownNames of(Taxonomy taxonomy, EventTypes eventTypes, Gazetteer gazetteer) {
        List<Place> places = gazetteer.all();
        return new KnownNames(
                taxonomy.conflictTopics().stream().map(ConflictTopic::slug).toList(),
                eventTypes.types().stream().map(EventType::slug).toList(),
                places.stream().map(Place::id).toList(),
                idsByName(places));
    }

    /** The id of a place that is written as people call it. */
    Optional<String> placeCalled(String name) {
        return Optional.ofNullable(placeIds.get(name.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> idsByName(List<Place> places) {
        Map<String, String> ids = new HashMap<>();
        for (Place place : places) {
            ids.putIfAbsent(place.name().toLowerCase(Locale.ROOT), place.id());
            for (Term name : place.names()) {
                ids.putIfAbsent(name.text().toLowerCase(Locale.ROOT), place.id());
            }
        }
        return ids;
    }
}
