package dev.tocsin.enrich.actor;

import dev.tocsin.enrich.explain.QuotedHit;
import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.enrich.match.Overlaps;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A name of an actor in a text.
 *
 * @param longer the name that it is part of and does not count beside; null if it counts
 */
record ActorUse(Actor actor, Findings findings, Found found, @Nullable Found longer) {

    /**
     * The names of actors in a passage, by first word. Names of one actor that share a word are one
     * use: they may be spelt alike where accents do not count, or one may begin in another.
     */
    static List<ActorUse> all(Findings findings) {
        List<Found> names =
                findings.found().stream()
                        .filter(each -> each.meaning() instanceof ActorName)
                        .toList();
        Overlaps overlaps = new Overlaps(names);
        Map<String, Integer> lastWords = new HashMap<>();
        List<ActorUse> uses = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            Found name = names.get(at);
            Actor actor = actor(name);
            Found longer = overlaps.around(at, Found::hides);
            if (longer != null) {
                uses.add(new ActorUse(actor, findings, name, longer));
            } else if (name.first() > lastWords.getOrDefault(actor.id(), -1)) {
                uses.add(new ActorUse(actor, findings, name, null));
                lastWords.put(actor.id(), name.last());
            }
        }
        return uses;
    }

    boolean counts() {
        return longer == null;
    }

    /** A sentence on why it does not count; empty if it does. */
    Optional<String> hidden() {
        return longer == null
                ? Optional.empty()
                : Optional.of(
                        "%s does not count: it is part of %s, a name of %s"
                                .formatted(
                                        QuotedHit.words(findings, found),
                                        QuotedHit.words(findings, longer),
                                        actor(longer).id()));
    }

    private static Actor actor(Found name) {
        return ((ActorName) name.meaning()).actor();
    }
}
