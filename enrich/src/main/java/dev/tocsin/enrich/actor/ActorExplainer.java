package dev.tocsin.enrich.actor;

import dev.tocsin.enrich.explain.Explanation;
import dev.tocsin.enrich.explain.NearTerms;
import dev.tocsin.enrich.explain.QuotedHit;
import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.enrich.match.Overlaps;
import dev.tocsin.schemas.ActorMention;
import dev.tocsin.schemas.Tier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Explains actors with the finder's own mentions. */
public final class ActorExplainer {
    private final Actors actors;
    private final List<Findings> passages;
    private final List<ActorMention> found;

    /**
     * @param passages title, summary, body
     */
    public ActorExplainer(Actors actors, List<Findings> passages) {
        this.actors = actors;
        this.passages = List.copyOf(passages);
        this.found = ActorFinder.find(passages);
    }

    /** Every actor of which a name stands in the text, those that are found first. */
    public List<Explanation> explainAll() {
        Set<String> ids = new LinkedHashSet<>();
        found.forEach(mention -> ids.add(mention.getId()));
        for (Findings findings : passages) {
            ActorFinder.names(findings).forEach(name -> ids.add(actor(name).id()));
        }
        return ids.stream().flatMap(id -> actors.find(id).stream()).map(this::explain).toList();
    }

    /** Why the text does, or does not, name the actor. */
    public Explanation explain(Actor actor) {
        Optional<ActorMention> mention =
                found.stream().filter(each -> each.getId().equals(actor.id())).findFirst();
        List<QuotedHit> evidence = new ArrayList<>();
        Set<String> reasons = new LinkedHashSet<>();
        passages.forEach(findings -> look(actor, findings, evidence, reasons));
        boolean isNamed = !evidence.isEmpty() || !reasons.isEmpty();
        if (!evidence.isEmpty()) {
            reasons.add("only the %d most named actors are kept".formatted(ActorFinder.MOST));
        } else if (!isNamed) {
            reasons.add("none of its names stands in the text");
        }
        return new Explanation(
                Explanation.Subject.ACTOR,
                actor.id(),
                mention.isPresent() ? Tier.CONFIRMED : Tier.UNKNOWN,
                mention.map(ActorMention::getCount).orElse(0),
                evidence,
                mention.isPresent() ? List.of() : List.copyOf(reasons),
                isNamed ? List.of() : near(actor));
    }

    private static void look(
            Actor actor, Findings findings, List<QuotedHit> evidence, Set<String> reasons) {
        List<Found> names = ActorFinder.names(findings);
        Overlaps overlaps = new Overlaps(names);
        for (int at = 0; at < names.size(); at++) {
            Found name = names.get(at);
            if (actor(name).equals(actor)) {
                Found longer = overlaps.around(at, Found::hides);
                if (longer == null) {
                    evidence.add(QuotedHit.of(findings, name, "name", 1));
                } else {
                    reasons.add(hidden(findings, name, longer));
                }
            }
        }
    }

    private static String hidden(Findings findings, Found name, Found longer) {
        return "%s does not count: it is part of %s, a name of %s"
                .formatted(quoted(findings, name), quoted(findings, longer), actor(longer).id());
    }

    private static String quoted(Findings findings, Found name) {
        return "“%s” (%s)"
                .formatted(
                        findings.matched(name),
                        findings.passage().field().name().toLowerCase(Locale.ROOT));
    }

    private List<String> near(Actor actor) {
        return NearTerms.of(
                actor.names(),
                passages.stream().map(each -> each.passage().text()).toList(),
                List.of());
    }

    private static Actor actor(Found name) {
        return ((ActorName) name.meaning()).actor();
    }
}
