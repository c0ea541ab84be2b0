package dev.tocsin.enrich.place;

import dev.tocsin.enrich.match.Meaning;

/** A name of a place. */
record PlaceName(Place place) implements Meaning {}
