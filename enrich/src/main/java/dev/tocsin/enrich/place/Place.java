package dev.tocsin.enrich.place;

import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.schemas.PlaceKind;

import java.util.List;
import java.util.Optional;

/**
 * A country or a place in one.
 *
 * @param id stable; ISO 3166-1 alpha-2 in small letters for a country
 * @param name English
 * @param country ISO 3166-1 alpha-2; empty for seas between countries
 * @param point where it is; of a country its capital
 * @param names what it is called, in all languages
 */
public record Place(
        String id,
        String name,
        PlaceKind kind,
        Optional<String> country,
        Optional<Point> point,
        List<Term> names) {

    public Place {
        names = List.copyOf(names);
    }

    /** Degrees in WGS 84. */
    public record Point(double latitude, double longitude) {}

    boolean isCountry() {
        return kind == PlaceKind.COUNTRY;
    }
}
