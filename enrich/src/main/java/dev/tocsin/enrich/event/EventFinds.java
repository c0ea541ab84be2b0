package dev.tocsin.enrich.event;

import dev.tocsin.enrich.event.EventTerm.Role;
import dev.tocsin.enrich.explain.QuotedHit;
import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.enrich.match.Overlaps;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one field holds of an event type, and why parts of it do not count. */
final class EventFinds {
    private final EventType type;
    private final int number;
    private final Findings findings;
    private final List<Found> terms;

    EventFinds(EventType type, int number, Findings findings) {
        this.type = type;
        this.number = number;
        this.findings = findings;
        this.terms =
                findings.found().stream()
                        .filter(each -> each.meaning() instanceof EventTerm)
                        .toList();
    }

    /** Sentences on terms that do not count in a field that is read. */
    List<String> reasons() {
        Set<String> reasons = new LinkedHashSet<>();
        Overlaps overlaps = new Overlaps(terms);
        for (int at = 0; at < terms.size(); at++) {
            Found found = terms.get(at);
            if (isOwn(found)) {
                reason(found, overlaps.around(at, EventTagger::takesIn)).ifPresent(reasons::add);
            }
        }
        return List.copyOf(reasons);
    }

    private Optional<String> reason(Found found, @Nullable Found outer) {
        if (findings.start(found) >= EventWeights.LONGEST_LEAD) {
            return Optional.of(
                    "%s stands behind the first %d characters, which alone are read"
                            .formatted(quoted(found), EventWeights.LONGEST_LEAD));
        }
        if (outer != null) {
            return Optional.of(hidden(found, outer));
        }
        return term(found).role() == Role.PAIR_FIRST && !hasPartner(found)
                ? Optional.of(
                        "%s begins a pair, but no partner stands within %d words in its sentence"
                                .formatted(quoted(found), within(found)))
                : Optional.empty();
    }

    /** Sentences on strong terms in a field that is not read. */
    List<String> unread() {
        List<String> quoted = new ArrayList<>();
        terms.stream()
                .filter(found -> isOwn(found) && term(found).role() == Role.STRONG)
                .map(this::quoted)
                .distinct()
                .forEach(quoted::add);
        return quoted.isEmpty()
                ? List.of()
                : List.of(
                        String.join(", ", quoted)
                                + " does not count: event types are told from title and lead");
    }

    private String hidden(Found found, Found outer) {
        return quoted(found)
                + " does not count: it is part of "
                + quoted(outer)
                + switch (term(outer).role()) {
                    case EXCLUSION ->
                            term(outer).type() == EventTerm.ALL
                                    ? ", an exclusion of all event types"
                                    : ", an exclusion of this event type";
                    case STRONG, WEAK, PAIR_FIRST, PAIR_SECOND -> ", which counts already";
                };
    }

    private boolean hasPartner(Found first) {
        return terms.stream()
                .anyMatch(second ->
                        term(second).completes(term(first))
                                && EventTagger.isNear(findings, first, second, within(first)));
    }

    private int within(Found first) {
        return type.pairs().get(term(first).pair()).within();
    }

    /** Second halves are told of with their first. */
    private boolean isOwn(Found found) {
        return term(found).type() == number
                && switch (term(found).role()) {
                    case STRONG, WEAK, PAIR_FIRST -> true;
                    case PAIR_SECOND, EXCLUSION -> false;
                };
    }

    private String quoted(Found found) {
        return QuotedHit.words(findings, found);
    }

    private static EventTerm term(Found found) {
        return (EventTerm) found.meaning();
    }
}
