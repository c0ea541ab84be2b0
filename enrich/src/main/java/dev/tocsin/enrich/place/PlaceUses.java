package dev.tocsin.enrich.place;

import dev.tocsin.enrich.explain.QuotedHit;
import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.enrich.match.Overlaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of every name of a place in a text whether it means the place, and if not, why. */
final class PlaceUses {
    private final List<Candidates> mentions = new ArrayList<>();
    private final Resolver resolver;
    private final List<PlaceUse> uses = new ArrayList<>();

    private PlaceUses(Gazetteer gazetteer, List<Findings> passages) {
        passages.forEach(each -> mentions.addAll(MentionFinder.find(gazetteer.namesakes(), each)));
        this.resolver = new Resolver(gazetteer.namesakes(), gazetteer.byCode(), mentions);
    }

    /** Every name of every place, in the order of the text. */
    static List<PlaceUse> all(Gazetteer gazetteer, List<Findings> passages) {
        PlaceUses all = new PlaceUses(gazetteer, passages);
        passages.forEach(all::add);
        return all.uses;
    }

    private void add(Findings findings) {
        List<Found> names = MentionFinder.names(findings);
        Overlaps overlaps = new Overlaps(names);
        for (int at = 0; at < names.size(); at++) {
            Found found = names.get(at);
            if (found.meaning() instanceof PlaceName name) {
                Found outer = overlaps.around(at, MentionFinder::hides);
                Optional<String> problem =
                        outer == null
                                ? unmeant(name.place(), findings, found)
                                : Optional.of(hidden(findings, found, outer));
                add(new PlaceUse(name.place(), findings, found, problem));
            }
        }
    }

    /** Two names of a place may be spelt alike where accents do not count. */
    private void add(PlaceUse use) {
        if (uses.stream().noneMatch(use::isSameAs)) {
            uses.add(use);
        }
    }

    private static String hidden(Findings findings, Found found, Found outer) {
        String what =
                outer.meaning() instanceof PlaceName other
                        ? ", a name of %s".formatted(other.place().id())
                        : ", which names no place";
        return "%s does not count: it is part of %s%s"
                .formatted(
                        QuotedHit.words(findings, found), QuotedHit.words(findings, outer), what);
    }

    /** Why the name does not mean the place; empty if it does. */
    private Optional<String> unmeant(Place place, Findings findings, Found found) {
        Optional<Candidates> mention =
                mentions.stream()
                        .filter(each -> each.findings() == findings && each.spans(found))
                        .findFirst();
        if (mention.isEmpty()) {
            return Optional.of(
                    QuotedHit.words(findings, found)
                            + " is taken for a name of a person: a word with a capital follows");
        }
        Optional<Place> meant = resolver.resolve(mention.get());
        return meant.equals(Optional.of(place))
                ? Optional.empty()
                : Optional.of(other(place, meant, mention.get(), QuotedHit.words(findings, found)));
    }

    private String other(Place place, Optional<Place> meant, Candidates mention, String quoted) {
        if (resolver.isFollowedByState(mention)) {
            return quoted
                    + " lies in the USA: a comma and a state follow"
                    + meant.map(each -> ", so that it is " + each.id()).orElse("");
        }
        String other = meant.map(Place::id).orElse("another");
        int votes = resolver.votes(place, mention);
        int others = meant.map(each -> resolver.votes(each, mention)).orElse(0);
        return others > votes
                ? "%s is taken for %s: the text names its country more often (%d to %d)"
                        .formatted(quoted, other, others, votes)
                : "%s is taken for %s, which comes first among places of that name: nothing in the"
                                .formatted(quoted, other)
                        + " text speaks for %s more".formatted(place.id());
    }
}
