package dev.tocsin.enrich.event;

import dev.tocsin.enrich.event.EventTerm.Role;
import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.EvidenceRole;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells which event types title and lead speak of: a pure function. A type is told by a score of 1.
 */
public final class EventTagger {

    private static final double ENOUGH = 1.0;
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
        TreeMap<Integer, EventScore> scores = new TreeMap<>();
        new Field(title, scores).add(EventWeights.TITLE);
        new Field(lead, scores).add(EventWeights.LEAD);
        scores.values().removeIf(score -> score.total() < ENOUGH);
        Set<String> told =
                scores.keySet().stream()
                        .map(type -> types.types().get(type).slug())
                        .collect(Collectors.toSet());
        return scores.entrySet().stream()
                .filter(each -> each.getValue().isStrong() || !yields(each.getKey(), told))
                .map(each ->
                        new EventTag(
                                types.types().get(each.getKey()).slug(),
                                each.getValue().total(),
                                each.getValue().evidence()))
                .sorted(ORDER)
                .toList();
    }

    private boolean yields(int type, Set<String> told) {
        return types.types().get(type).yieldsTo().stream().anyMatch(told::contains);
    }

    /** One field with its terms, less those that mean something else there. */
    private final class Field {
        private final Findings findings;
        private final TreeMap<Integer, EventScore> scores;
        private final List<Found> terms = new ArrayList<>();

        Field(Findings findings, TreeMap<Integer, EventScore> scores) {
            this.findings = findings;
            this.scores = scores;
            List<Found> all =
                    findings.found().stream()
                            .filter(each -> each.meaning() instanceof EventTerm)
                            .filter(each -> findings.start(each) < EventWeights.LONGEST_LEAD)
                            .toList();
            List<Found> exclusions =
                    all.stream().filter(each -> term(each).role() == Role.EXCLUSION).toList();
            for (Found each : all) {
                if (exclusions.stream().noneMatch(other -> excludes(other, each))
                        && all.stream().noneMatch(other -> explains(other, each))) {
                    terms.add(each);
                }
            }
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
                EventTerm other = term(second);
                if (other.role() == Role.PAIR_SECOND
                        && other.type() == term.type()
                        && other.pair() == term.pair()
                        && isNear(first, second, within)) {
                    score(first).add(findings, first, EvidenceRole.PAIR, weights);
                    score(first).mention(findings, second, EvidenceRole.PAIR);
                    return;
                }
            }
        }

        private boolean isNear(Found one, Found other, int within) {
            int distance =
                    one.first() > other.last()
                            ? one.first() - other.last()
                            : other.first() - one.last();
            return distance > 0
                    && distance <= within
                    && findings.passage().tokens().sentence(one.first())
                            == findings.passage().tokens().sentence(other.first());
        }

        private EventScore score(Found found) {
            return scores.computeIfAbsent(term(found).type(), type -> new EventScore());
        }
    }

    private static boolean excludes(Found exclusion, Found found) {
        return exclusion.covers(found) && term(exclusion).excludes(term(found));
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

    private static EventTerm term(Found found) {
        return (EventTerm) found.meaning();
    }
}
