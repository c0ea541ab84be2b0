package dev.tocsin.enrich.place;

import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;

import java.util.List;

/** One mention and the places that it may mean, the likeliest first. */
record Candidates(Findings findings, int first, int last, List<Place> places) {

    /** Whether the word alone tells which place it is. */
    boolean isClear() {
        return places.size() == 1;
    }

    boolean spans(Found found) {
        return first == found.first() && last == found.last();
    }

    boolean holdsCountry() {
        return places.stream().anyMatch(Place::isCountry);
    }
}
