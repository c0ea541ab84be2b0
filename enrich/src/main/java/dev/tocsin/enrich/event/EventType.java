package dev.tocsin.enrich.event;

import dev.tocsin.enrich.taxonomy.Term;

import java.util.List;
import java.util.SortedMap;

/**
 * A kind of event, whatever the conflict.
 *
 * @param slug stable name in records and addresses
 * @param names what users see, by ISO 639-1; "en" is always there
 * @param scope what belongs here, in one sentence
 * @param yieldsTo event types beside which this one counts only if a strong term tells of it
 * @param plover event types of PLOVER that correspond, some with a mode behind a slash
 * @param acled sub-event types of ACLED that correspond
 * @param strong terms that tell of it alone
 * @param weak terms that tell of it in company
 * @param pairs combinations within a distance that tell of it
 * @param exclusions phrases in which its terms mean something else
 */
public record EventType(
        String slug,
        SortedMap<String, String> names,
        String scope,
        List<String> yieldsTo,
        List<String> plover,
        List<String> acled,
        List<Term> strong,
        List<Term> weak,
        List<EventPair> pairs,
        List<Term> exclusions) {

    public EventType {
        yieldsTo = List.copyOf(yieldsTo);
        plover = List.copyOf(plover);
        acled = List.copyOf(acled);
        strong = List.copyOf(strong);
        weak = List.copyOf(weak);
        pairs = List.copyOf(pairs);
        exclusions = List.copyOf(exclusions);
    }
}
