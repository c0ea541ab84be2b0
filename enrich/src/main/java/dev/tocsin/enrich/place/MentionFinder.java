package dev.tocsin.enrich.place;

import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.enrich.text.Passage;
import dev.tocsin.enrich.text.Tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Picks the mentions of places out of what was found in one passage. */
final class MentionFinder {

    private final Namesakes namesakes;
    private final Findings findings;
    private final Passage passage;
    private final boolean titleCase;

    private MentionFinder(Namesakes namesakes, Findings findings) {
        this.namesakes = namesakes;
        this.findings = findings;
        this.passage = findings.passage();
        this.titleCase = TitleCase.isIn(passage);
    }

    static List<Candidates> find(Namesakes namesakes, Findings findings) {
        return new MentionFinder(namesakes, findings).find();
    }

    private List<Candidates> find() {
        List<Found> names =
                findings.found().stream()
                        .filter(each ->
                                each.meaning() instanceof PlaceName
                                        || each.meaning() instanceof NoPlace)
                        .toList();
        List<Candidates> mentions = new ArrayList<>();
        for (Found each : names) {
            if (each.meaning() instanceof PlaceName name && names.stream().noneMatch(hides(each))) {
                add(each, name.place(), mentions);
            }
        }
        mentions.removeIf(this::isPerson);
        return mentions;
    }

    private static Predicate<Found> hides(Found found) {
        return other ->
                other.hides(found) || (other.meaning() instanceof NoPlace && other.covers(found));
    }

    private void add(Found found, Place place, List<Candidates> mentions) {
        for (Candidates mention : mentions) {
            if (mention.spans(found)) {
                if (!mention.places().contains(place)) {
                    mention.places().add(place);
                }
                return;
            }
        }
        List<Place> places = new ArrayList<>(List.of(place));
        mentions.add(new Candidates(findings, found.first(), found.last(), places));
    }

    /** "Jordan Peterson": a name that people bear too, and another capital behind it. */
    private boolean isPerson(Candidates mention) {
        Tokens tokens = passage.tokens();
        int next = mention.last() + 1;
        if (titleCase
                || next >= tokens.count()
                || !namesakes.personNames().contains(tokens.folded(mention.last()))) {
            return false;
        }
        boolean joined =
                passage.text()
                        .substring(tokens.end(mention.last()), tokens.start(next))
                        .equals(" ");
        return joined
                && Character.isUpperCase(passage.text().charAt(tokens.start(next)))
                && !namesakes.titles().contains(tokens.folded(next));
    }
}
