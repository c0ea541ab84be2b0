package dev.tocsin.enrich.actor;

import dev.tocsin.enrich.explain.Explanation;
import dev.tocsin.enrich.explain.NearTerms;
import dev.tocsin.enrich.explain.QuotedHit;
import dev.tocsin.enrich.match.Findings;
import dev.tocsin.schemas.ActorMention;
import dev.tocsin.schemas.Tier;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Explains actors with the finder's own mentions. */
public final class ActorExplainer {
    private final Actors actors;
    private final List<Findings> passages;
    private final List<ActorMention> found;
    private final List<ActorUse> uses;

    /**
     * @param passages title, summary, body
     */
    public ActorExplainer(Actors actors, List<Findings> passages) {
        this.actors = actors;
        this.passages = List.copyOf(passages);
        this.found = ActorFinder.find(passages);
        this.uses = passages.stream().flatMap(each -> ActorUse.all(each).stream()).toList();
    }

    /** Every actor of which a name stands in the text, those that are found first. */
    public List<Explanation> explainAll() {
        Set<String> ids = new LinkedHashSet<>();
        found.forEach(mention -> ids.add(mention.getId()));
        uses.forEach(use -> ids.add(use.actor().id()));
        return ids.stream().flatMap(id -> actors.find(id).stream()).map(this::explain).toList();
    }

    /** Why the text does, or does not, name the actor. */
    public Explanation explain(Actor actor) {
        Optional<ActorMention> mention =
                found.stream().filter(each -> each.getId().equals(actor.id())).findFirst();
        List<ActorUse> own = uses.stream().filter(use -> use.actor().equals(actor)).toList();
        boolean isFound = mention.isPresent();
        return new Explanation(
                Explanation.Subject.ACTOR,
                actor.id(),
                isFound ? Tier.CONFIRMED : Tier.UNKNOWN,
                mention.map(ActorMention::getCount).orElse(0),
                own.stream().filter(ActorUse::counts).map(ActorExplainer::quoted).toList(),
                isFound ? List.of() : reasons(own),
                own.isEmpty() ? near(actor) : List.of());
    }

    private static QuotedHit quoted(ActorUse use) {
        return QuotedHit.of(use.findings(), use.found(), "name", 1);
    }

    /** Why an actor with these names in the text is not among those that are found. */
    private static List<String> reasons(List<ActorUse> own) {
        if (own.isEmpty()) {
            return List.of("none of its names stands in the text");
        }
        Set<String> reasons = new LinkedHashSet<>();
        own.forEach(use -> use.hidden().ifPresent(reasons::add));
        if (own.stream().anyMatch(ActorUse::counts)) {
            reasons.add("only the %d most named actors are kept".formatted(ActorFinder.MOST));
        }
        return List.copyOf(reasons);
    }

    private List<String> near(Actor actor) {
        return NearTerms.of(
                actor.names(),
                passages.stream().map(each -> each.passage().text()).toList(),
                List.of());
    }
}
