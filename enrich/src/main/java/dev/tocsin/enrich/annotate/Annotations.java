package dev.tocsin.enrich.annotate;

import dev.tocsin.schemas.ActorMention;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.PlaceKind;
import dev.tocsin.schemas.PlaceMention;

import java.util.List;

/** What an article tells besides its tags. */
public record Annotations(
        List<EventTag> eventTypes, List<PlaceMention> places, List<ActorMention> actors) {

    public Annotations {
        eventTypes = List.copyOf(eventTypes);
        places = List.copyOf(places);
        actors = List.copyOf(actors);
    }

    /** ISO 3166-1 alpha-2 codes by falling salience. */
    public List<String> countries() {
        return places.stream()
                .filter(place -> place.getKind() == PlaceKind.COUNTRY)
                .flatMap(place -> place.getCountry().stream())
                .toList();
    }
}
