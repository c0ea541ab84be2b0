package dev.tocsin.enrich.event;

import dev.tocsin.enrich.event.EventTerm.Role;
import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.enrich.match.Overlaps;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.EvidenceRole;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells which event types title and lead speak of: a pure function. A type is told by a score of 1.
 */
public final class EventTagger {

    static final double ENOUGH = 1.0;
    private static final Comparator<EventTag> ORDER =
            Comparator.comparingDouble(EventTag::getScore)
                    .reversed()
                    .thenComparing(EventTag::getType);

    private final EventTypes types;

    public EventTagger(EventTypes types) {
        this.types = types;
    }

    /**
     * Event types by falling score, then slug.
     *
     * @param title what was found in the title, or in the lead of an article without one
     * @param lead what was found in the text below it
     */
    public List<EventTag> tag(Findings title, Findings lead) {
        TreeMap<Integer, EventScore> scores = scores(title, lead);
        scores.values().removeIf(score -> score.total() < ENOUGH);
        return scores.isEmpty() ? List.of() : told(scores);
    }

    /** Of every type that something speaks for, by its position in the list. */
    TreeMap<Integer, EventScore> scores(Findings title, Findings lead) {
        TreeMap<Integer, EventScore> scores = new TreeMap<>();
        new Field(title, scores).add(EventWeights.TITLE);
        new Field(lead, scores).add(EventWeights.LEAD);
        return scores;
    }

    private List<EventTag> told(TreeMap<Integer, EventScore> scores) {
        Set<String> slugs = new HashSet<>();
        scores.keySet().forEach(type -> slugs.add(types.types().get(type).slug()));
        List<EventTag> tags = new ArrayList<>();
        scores.forEach((number, score) -> {
            EventType type = types.types().get(number);
            if (score.isStrong() || type.yieldsTo().stream().noneMatch(slugs::contains)) {
                tags.add(new EventTag(type.slug(), score.total(), score.evidence()));
            }
        });
        tags.sort(ORDER);
        return tags;
    }

    /** One field with its terms, less those that mean something else there. */
    private final class Field {
        private final Findings findings;
        private final TreeMap<Integer, EventScore> scores;
        private final List<Found> terms = new ArrayList<>();

        Field(Findings findings, TreeMap<Integer, EventScore> scores) {
            this.findings = findings;
            this.scores = scores;
            List<Found> all = all(findings);
            Overlaps overlaps = new Overlaps(all);
            for (int i = 0; i < all.size(); i++) {
                if (!overlaps.isWithin(i, EventTagger::takesIn)) {
                    terms.add(all.get(i));
                }
            }
        }

        private static List<Found> all(Findings findings) {
            List<Found> all = new ArrayList<>();
            for (Found each : findings.found()) {
                if (findings.start(each) >= EventWeights.LONGEST_LEAD) {
                    break;
                }
                if (each.meaning() instanceof EventTerm) {
                    all.add(each);
                }
            }
            return all;
        }

        void add(EventWeights weights) {
            for (Found each : terms) {
                switch (term(each).role()) {
                    case STRONG -> score(each).add(findings, each, EvidenceRole.STRONG, weights);
                    case WEAK -> score(each).add(findings, each, EvidenceRole.WEAK, weights);
                    case PAIR_FIRST -> addPair(each, weights);
                    case PAIR_SECOND, EXCLUSION -> {
                        // counts beside its partner only, or not at all
                    }
                }
            }
        }

        private void addPair(Found first, EventWeights weights) {
            EventTerm term = term(first);
            int within = types.types().get(term.type()).pairs().get(term.pair()).within();
            for (Found second : terms) {
                if (term(second).completes(term) && isNear(findings, first, second, within)) {
                    score(first).add(findings, first, EvidenceRole.PAIR, weights);
                    score(first).mention(findings, second, EvidenceRole.PAIR);
                    return;
                }
            }
        }

        private EventScore score(Found found) {
            return scores.computeIfAbsent(term(found).type(), type -> new EventScore());
        }
    }

    static boolean takesIn(Found outer, Found found) {
        return term(outer).excludes(term(found)) || explains(outer, found);
    }

    /**
     * A longer strong term of the same type takes in the shorter ones: "peace talks" is one sign.
     */
    private static boolean explains(Found longer, Found found) {
        return longer.hides(found)
                && term(longer).role() == Role.STRONG
                && term(longer).type() == term(found).type()
                && term(found).pair() < 0;
    }

    /** Whether two terms stand so close together, in one sentence. */
    static boolean isNear(Findings findings, Found one, Found other, int within) {
        int distance =
                one.first() > other.last()
                        ? one.first() - other.last()
                        : other.first() - one.last();
        return distance > 0
                && distance <= within
                && findings.passage().tokens().sentence(one.first())
                        == findings.passage().tokens().sentence(other.first());
    }

    private static EventTerm term(Found found) {
        return (EventTerm) found.meaning();
    }
}
