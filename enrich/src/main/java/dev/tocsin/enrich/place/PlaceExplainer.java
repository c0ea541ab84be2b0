package dev.tocsin.enrich.place;

import dev.tocsin.enrich.explain.Explanation;
import dev.tocsin.enrich.explain.NearTerms;
import dev.tocsin.enrich.explain.QuotedHit;
import dev.tocsin.enrich.match.Findings;
import dev.tocsin.schemas.ActorMention;
import dev.tocsin.schemas.PlaceMention;
import dev.tocsin.schemas.Tier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Explains countries and places with the finder's own mentions. */
public final class PlaceExplainer {
    private final Gazetteer gazetteer;
    private final List<Findings> passages;
    private final List<ActorMention> actors;
    private final List<PlaceMention> found;
    private final List<PlaceUse> uses;

    /**
     * @param passages title, summary, body
     * @param actors what the text names, since a country takes in half of what its actors weigh
     */
    public PlaceExplainer(Gazetteer gazetteer, List<Findings> passages, List<ActorMention> actors) {
        this.gazetteer = gazetteer;
        this.passages = List.copyOf(passages);
        this.actors = List.copyOf(actors);
        this.found = new PlaceFinder(gazetteer).find(passages, actors);
        this.uses = PlaceUses.all(gazetteer, passages);
    }

    /** Every place that is found or that a name could have meant, the most salient first. */
    public List<Explanation> explainAll() {
        Set<String> ids = new LinkedHashSet<>();
        found.forEach(mention -> ids.add(mention.getId()));
        uses.forEach(use -> ids.add(use.place().id()));
        return ids.stream().flatMap(id -> gazetteer.find(id).stream()).map(this::explain).toList();
    }

    /** Why the text is, or is not, about the place. */
    public Explanation explain(Place place) {
        Optional<PlaceMention> mention =
                found.stream().filter(each -> each.getId().equals(place.id())).findFirst();
        List<QuotedHit> evidence = evidence(place);
        boolean isFound = mention.isPresent();
        return new Explanation(
                Explanation.Subject.PLACE,
                place.id(),
                isFound ? Tier.CONFIRMED : Tier.UNKNOWN,
                mention.map(PlaceMention::getSalience).orElse(0.0),
                evidence,
                isFound ? List.of() : reasons(place, evidence),
                isNamed(place) || isFound ? List.of() : near(place));
    }

    private boolean isNamed(Place place) {
        return uses.stream().anyMatch(use -> use.place().equals(place));
    }

    /** Names that mean it, then what a country takes in. */
    private List<QuotedHit> evidence(Place place) {
        List<QuotedHit> evidence = new ArrayList<>(PlaceUse.evidence(place, "name", uses));
        if (place.isCountry()) {
            gazetteer.places().stream()
                    .filter(each -> each.country().equals(place.country()))
                    .forEach(each -> evidence.addAll(PlaceUse.evidence(each, "place", uses)));
            actors.stream()
                    .filter(actor -> actor.getCountry().equals(place.country()))
                    .forEach(actor -> evidence.add(quoted(actor)));
        }
        return evidence;
    }

    private QuotedHit quoted(ActorMention actor) {
        String text =
                passages.stream()
                        .filter(each -> each.passage().field() == actor.getField())
                        .findFirst()
                        .orElseThrow()
                        .passage()
                        .text();
        return QuotedHit.of(
                actor.getName(),
                "actor",
                actor.getField(),
                actor.getStart(),
                actor.getEnd(),
                PlaceTally.weight(actor.getField()) * PlaceFinder.ACTOR_SHARE,
                text);
    }

    private List<String> reasons(Place place, List<QuotedHit> evidence) {
        Set<String> reasons = new LinkedHashSet<>();
        if (!evidence.isEmpty()) {
            reasons.add("only the %d most salient places are kept".formatted(PlaceFinder.MOST));
        }
        uses.stream()
                .filter(use -> use.place().equals(place))
                .forEach(use -> use.problem().ifPresent(reasons::add));
        if (reasons.isEmpty()) {
            reasons.add("none of its names stands in the text");
        }
        return List.copyOf(reasons);
    }

    private List<String> near(Place place) {
        return NearTerms.of(
                place.names(),
                passages.stream().map(each -> each.passage().text()).toList(),
                List.of());
    }
}
