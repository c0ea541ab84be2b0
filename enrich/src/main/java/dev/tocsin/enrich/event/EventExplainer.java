package dev.tocsin.enrich.event;

import dev.tocsin.enrich.explain.Explanation;
import dev.tocsin.enrich.explain.NearTerms;
import dev.tocsin.enrich.explain.QuotedHit;
import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.Tier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Explains event types with the tagger's own scores. */
public final class EventExplainer {
    private static final String NONE = "none of its terms stands in title or lead";

    private final EventTypes types;
    private final EventTagger tagger;
    private final Findings title;
    private final Findings lead;
    private final List<Findings> unread;
    private final SortedMap<Integer, EventScore> scores;
    private final Set<String> told;

    /**
     * @param title as the tagger takes it
     * @param lead as the tagger takes it
     * @param unread what was found in texts that the tagger does not read
     */
    public EventExplainer(EventTypes types, Findings title, Findings lead, List<Findings> unread) {
        this.types = types;
        this.tagger = new EventTagger(types);
        this.title = title;
        this.lead = lead;
        this.unread = List.copyOf(unread);
        this.scores = tagger.scores(title, lead);
        this.told =
                tagger.tag(title, lead).stream()
                        .map(tag -> tag.getType())
                        .collect(Collectors.toSet());
    }

    /** Every type that something speaks for, those that are told first. */
    public List<Explanation> explainAll() {
        List<Explanation> all = new ArrayList<>();
        for (boolean found : new boolean[] {true, false}) {
            for (int type : scores.keySet()) {
                if (told.contains(types.types().get(type).slug()) == found) {
                    all.add(explain(types.types().get(type)));
                }
            }
        }
        return all;
    }

    /** Why the type is, or is not, told. */
    public Explanation explain(EventType type) {
        int number = types.types().indexOf(type);
        Optional<EventScore> score = Optional.ofNullable(scores.get(number));
        List<Evidence> evidence = score.map(EventScore::evidence).orElse(List.of());
        boolean isTold = told.contains(type.slug());
        List<String> reasons = isTold ? List.of() : reasons(type, number, score);
        return new Explanation(
                Explanation.Subject.EVENT_TYPE,
                type.slug(),
                isTold ? Tier.CONFIRMED : Tier.UNKNOWN,
                score.map(EventScore::total).orElse(0.0),
                evidence.stream().map(this::quoted).toList(),
                reasons.isEmpty() && !isTold ? List.of(NONE) : reasons,
                reasons.isEmpty() && !isTold ? near(type) : List.of());
    }

    private QuotedHit quoted(Evidence evidence) {
        Findings field = evidence.getField() == title.passage().field() ? title : lead;
        return QuotedHit.of(evidence, field.passage().text());
    }

    private List<String> reasons(EventType type, int number, Optional<EventScore> score) {
        List<String> reasons = new ArrayList<>();
        score.ifPresent(
                own -> reasons.add(own.total() < EventTagger.ENOUGH ? low(own) : yields(type)));
        List<EventFinds> read =
                List.of(new EventFinds(type, number, title), new EventFinds(type, number, lead));
        read.forEach(field -> reasons.addAll(field.reasons()));
        unread.forEach(field -> reasons.addAll(new EventFinds(type, number, field).unread()));
        return reasons;
    }

    private static String low(EventScore score) {
        return String.format(
                Locale.ROOT,
                "score %.2f below %.1f: a strong term or a pair counts %.1f in the title and %.1f in"
                        + " the lead, a weak term %.1f and %.1f",
                score.total(),
                EventTagger.ENOUGH,
                EventWeights.TITLE.strong(),
                EventWeights.LEAD.strong(),
                EventWeights.TITLE.weak(),
                EventWeights.LEAD.weak());
    }

    private String yields(EventType type) {
        List<String> others =
                scores.entrySet().stream()
                        .filter(each -> each.getValue().total() >= EventTagger.ENOUGH)
                        .map(each -> types.types().get(each.getKey()).slug())
                        .filter(type.yieldsTo()::contains)
                        .toList();
        return "no strong term, so that it yields to " + String.join(", ", others);
    }

    private List<String> near(EventType type) {
        List<Term> terms = new ArrayList<>(type.strong());
        terms.addAll(type.weak());
        return NearTerms.of(
                terms, List.of(title.passage().text(), lead.passage().text()), List.of());
    }
}
