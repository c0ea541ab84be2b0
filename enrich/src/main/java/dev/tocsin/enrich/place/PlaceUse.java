package dev.tocsin.enrich.place;

import dev.tocsin.enrich.explain.QuotedHit;
import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.enrich.match.Overlaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A name of a place in a text.
 *
 * @param problem why it does not mean the place there; empty if it does
 */
record PlaceUse(Place place, Findings findings, Found found, Optional<String> problem) {

    /** Every name of every place, in the order of the text. */
    static List<PlaceUse> all(Gazetteer gazetteer, List<Findings> passages) {
        List<Candidates> mentions = new ArrayList<>();
        passages.forEach(each -> mentions.addAll(MentionFinder.find(gazetteer.namesakes(), each)));
        Map<String, Place> countries = gazetteer.byCode();
        Resolver resolver = new Resolver(gazetteer.namesakes(), countries, mentions);
        List<PlaceUse> uses = new ArrayList<>();
        for (Findings findings : passages) {
            List<Found> names = MentionFinder.names(findings);
            Overlaps overlaps = new Overlaps(names);
            for (int at = 0; at < names.size(); at++) {
                Found found = names.get(at);
                if (found.meaning() instanceof PlaceName name) {
                    Found outer = overlaps.around(at, MentionFinder::hides);
                    Optional<String> problem =
                            outer == null
                                    ? unmeant(name.place(), findings, found, mentions, resolver)
                                    : Optional.of(hidden(findings, found, outer));
                    add(new PlaceUse(name.place(), findings, found, problem), uses);
                }
            }
        }
        return uses;
    }

    /** Two names of a place may be spelt alike where accents do not count. */
    private static void add(PlaceUse use, List<PlaceUse> uses) {
        boolean isKnown =
                uses.stream()
                        .anyMatch(each ->
                                each.findings == use.findings
                                        && each.place.equals(use.place)
                                        && each.found.covers(use.found)
                                        && use.found.covers(each.found));
        if (!isKnown) {
            uses.add(use);
        }
    }

    /** What the place weighs by its names: beyond so many they add nothing. */
    static List<QuotedHit> evidence(Place place, String role, List<PlaceUse> uses) {
        List<QuotedHit> evidence = new ArrayList<>();
        for (PlaceUse use : uses) {
            if (use.place.equals(place) && use.problem.isEmpty()) {
                double weight =
                        evidence.size() < PlaceTally.MOST_COUNTED
                                ? PlaceTally.weight(use.findings.passage().field())
                                : 0;
                evidence.add(QuotedHit.of(use.findings, use.found, role, weight));
            }
        }
        return evidence;
    }

    private static String hidden(Findings findings, Found found, Found outer) {
        String what =
                outer.meaning() instanceof PlaceName other
                        ? ", a name of %s".formatted(other.place().id())
                        : ", which names no place";
        return "%s does not count: it is part of %s%s"
                .formatted(quoted(findings, found), quoted(findings, outer), what);
    }

    private static Optional<String> unmeant(
            Place place,
            Findings findings,
            Found found,
            List<Candidates> mentions,
            Resolver resolver) {
        Optional<Candidates> mention =
                mentions.stream()
                        .filter(each -> each.findings() == findings && each.spans(found))
                        .findFirst();
        if (mention.isEmpty()) {
            return Optional.of(
                    quoted(findings, found)
                            + " is taken for a name of a person: a word with a capital follows");
        }
        Optional<Place> meant = resolver.resolve(mention.get());
        return meant.equals(Optional.of(place))
                ? Optional.empty()
                : Optional.of(
                        other(place, meant, mention.get(), quoted(findings, found), resolver));
    }

    private static String other(
            Place place,
            Optional<Place> meant,
            Candidates mention,
            String quoted,
            Resolver resolver) {
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

    private static String quoted(Findings findings, Found found) {
        return "“%s” (%s)"
                .formatted(
                        findings.matched(found),
                        findings.passage().field().name().toLowerCase(Locale.ROOT));
    }
}
