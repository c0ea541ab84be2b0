package dev.tocsin.enrich.place;

import dev.tocsin.enrich.text.Passage;
import dev.tocsin.enrich.text.Tokens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells namesakes apart by what else a text names: Tripoli lies in Libya if Libya or Benghazi stand
 * beside it, Georgia is the state of the USA only where other places of that country are named.
 */
final class Resolver {

    private static final String USA = "US";

    private final Namesakes namesakes;
    private final Map<String, Place> countries;
    private final Map<String, Integer> named = new HashMap<>();
    private final Map<String, Integer> placesNamed = new HashMap<>();

    Resolver(Namesakes namesakes, Map<String, Place> countries, List<Candidates> mentions) {
        this.namesakes = namesakes;
        this.countries = countries;
        for (Candidates mention : mentions) {
            if (mention.isClear()) {
                count(mention.places().getFirst());
            }
        }
    }

    /** The place that is meant; empty where a state of the USA tells that it is none we know. */
    Optional<Place> resolve(Candidates mention) {
        if (isFollowedByState(mention)) {
            return mention.places().stream()
                    .filter(place -> place.country().equals(Optional.of(USA)))
                    .findFirst();
        }
        Place best = mention.places().getFirst();
        for (Place place : mention.places()) {
            if (votes(place, mention) > votes(best, mention)) {
                best = place;
            }
        }
        return Optional.of(best);
    }

    private void count(Place place) {
        place.country().ifPresent(code -> named.merge(code, 1, Integer::sum));
        if (!place.isCountry() && !isCapital(place)) {
            place.country().ifPresent(code -> placesNamed.merge(code, 1, Integer::sum));
        }
    }

    /** A capital stands for its state as often as for itself. */
    private boolean isCapital(Place place) {
        return place.country()
                .map(countries::get)
                .map(country -> country.point().equals(place.point()))
                .orElse(false);
    }

    /** Beside a country a place of the same name has to have neighbours, not just its country. */
    int votes(Place place, Candidates mention) {
        boolean neighboursOnly = mention.holdsCountry() && !place.isCountry();
        Map<String, Integer> votes = neighboursOnly ? placesNamed : named;
        return place.country().map(code -> votes.getOrDefault(code, 0)).orElse(0);
    }

    /** "Moscow, Idaho", "Lebanon, Pa." */
    boolean isFollowedByState(Candidates mention) {
        Passage passage = mention.findings().passage();
        Tokens tokens = passage.tokens();
        int next = mention.last() + 1;
        return next < tokens.count()
                && passage.text().charAt(tokens.end(mention.last())) == ','
                && tokens.start(next) - tokens.end(mention.last()) == 2
                && Character.isUpperCase(passage.text().charAt(tokens.start(next)))
                && isState(tokens, next);
    }

    private boolean isState(Tokens tokens, int next) {
        String word = tokens.folded(next);
        return namesakes.stateSigns().contains(word)
                || (next + 1 < tokens.count()
                        && namesakes.stateSigns().contains(word + " " + tokens.folded(next + 1)));
    }
}
