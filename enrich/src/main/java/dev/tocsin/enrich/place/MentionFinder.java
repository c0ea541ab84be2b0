package dev.tocsin.enrich.place;

import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.enrich.match.Overlaps;
import dev.tocsin.enrich.text.Passage;
import dev.tocsin.enrich.text.Tokens;

import java.util.ArrayList;
import java.util.List;

/** Picks the mentions of places out of what was found in one passage. */
final class MentionFinder {

    private final Namesakes namesakes;
    private final Findings findings;
    private final Passage passage;

    private MentionFinder(Namesakes namesakes, Findings findings) {
        this.namesakes = namesakes;
        this.findings = findings;
        this.passage = findings.passage();
    }

    static List<Candidates> find(Namesakes namesakes, Findings findings) {
        return new MentionFinder(namesakes, findings).find();
    }

    private List<Candidates> find() {
        List<Found> names = names(findings);
        if (names.isEmpty()) {
            return List.of();
        }
        Overlaps overlaps = new Overlaps(names);
        List<Candidates> mentions = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Found each = names.get(i);
            if (each.meaning() instanceof PlaceName name
                    && !overlaps.isWithin(i, MentionFinder::hides)) {
                add(each, name.place(), mentions);
            }
        }
        boolean titleCase = TitleCase.isIn(passage);
        mentions.removeIf(mention -> !titleCase && isPerson(mention));
        return mentions;
    }

    /** Names of places, and phrases that hold one and name none. */
    static List<Found> names(Findings findings) {
        List<Found> names = new ArrayList<>();
        for (Found each : findings.found()) {
            if (each.meaning() instanceof PlaceName || each.meaning() instanceof NoPlace) {
                names.add(each);
            }
        }
        return names;
    }

    static boolean hides(Found outer, Found found) {
        return outer.hides(found) || outer.meaning() instanceof NoPlace;
    }

    private void add(Found found, Place place, List<Candidates> mentions) {
        for (int i = mentions.size() - 1; i >= 0 && mentions.get(i).first() == found.first(); i--) {
            Candidates mention = mentions.get(i);
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
        return next < tokens.count()
                && tokens.start(next) == tokens.end(mention.last()) + 1
                && passage.text().charAt(tokens.end(mention.last())) == ' '
                && Character.isUpperCase(passage.text().charAt(tokens.start(next)))
                && namesakes.personNames().contains(tokens.folded(mention.last()))
                && !namesakes.titles().contains(tokens.folded(next));
    }
}
