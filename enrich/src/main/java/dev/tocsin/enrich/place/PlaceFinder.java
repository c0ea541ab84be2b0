package dev.tocsin.enrich.place;

import dev.tocsin.enrich.match.Findings;
import dev.tocsin.schemas.ActorMention;
import dev.tocsin.schemas.PlaceMention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which countries and places a text names, and how much it is about each: a pure function. */
public final class PlaceFinder {

    static final int MOST = 30;
    static final double ACTOR_SHARE = 0.5;
    private static final Comparator<PlaceMention> ORDER =
            Comparator.comparingDouble(PlaceMention::getSalience)
                    .reversed()
                    .thenComparing(PlaceMention::getId);

    private final Namesakes namesakes;
    private final Map<String, Place> countries;

    public PlaceFinder(Gazetteer gazetteer) {
        this.namesakes = gazetteer.namesakes();
        this.countries = gazetteer.byCode();
    }

    /**
     * Countries and places by falling salience. A country takes in its places, and half of what its
     * actors weigh.
     */
    public List<PlaceMention> find(List<Findings> passages, List<ActorMention> actors) {
        List<Candidates> mentions = new ArrayList<>();
        passages.forEach(each -> mentions.addAll(MentionFinder.find(namesakes, each)));
        if (mentions.isEmpty() && actors.isEmpty()) {
            return List.of();
        }
        Resolver resolver = new Resolver(namesakes, countries, mentions);
        Map<String, PlaceTally> tallies = new LinkedHashMap<>();
        for (Candidates mention : mentions) {
            resolver.resolve(mention).ifPresent(place -> tally(tallies, place).mention(mention));
        }
        passOn(tallies);
        for (ActorMention actor : actors) {
            double weight = PlaceTally.weight(actor.getField()) * ACTOR_SHARE;
            country(tallies, actor.getCountry()).ifPresent(country -> country.inherit(weight));
        }
        return mentions(tallies);
    }

    private void passOn(Map<String, PlaceTally> tallies) {
        for (PlaceTally tally : List.copyOf(tallies.values())) {
            if (!tally.place().isCountry()) {
                country(tallies, tally.place().country())
                        .ifPresent(country -> country.inherit(tally.own()));
            }
        }
    }

    private Optional<PlaceTally> country(Map<String, PlaceTally> tallies, Optional<String> code) {
        return code.map(countries::get).map(country -> tally(tallies, country));
    }

    private static PlaceTally tally(Map<String, PlaceTally> tallies, Place place) {
        return tallies.computeIfAbsent(place.id(), id -> new PlaceTally(place));
    }

    private static List<PlaceMention> mentions(Map<String, PlaceTally> tallies) {
        double total =
                tallies.values().stream()
                        .filter(each ->
                                each.place().isCountry() || each.place().country().isEmpty())
                        .mapToDouble(PlaceTally::weight)
                        .sum();
        return tallies.values().stream()
                .map(each -> each.mention(total))
                .sorted(ORDER)
                .limit(MOST)
                .toList();
    }
}
