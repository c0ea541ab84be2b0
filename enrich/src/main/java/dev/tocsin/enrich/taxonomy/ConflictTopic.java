package dev.tocsin.enrich.taxonomy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One armed conflict and the words it is known by.
 *
 * @param slug stable name in tags and addresses
 * @param names what users see, by ISO 639-1; "en" is always there
 * @param scope what belongs here, in one sentence
 * @param starts articles from before this day are never filed here
 * @param ids names in other schemes, such as "ucdp" and "wikidata"
 * @param strong terms that score alone
 * @param weak terms that count only beside conflict context
 * @param context words that are conflict context for this conflict only
 * @param pairs combinations within a distance
 * @param exclusions phrases in which this conflict's terms mean something else
 */
public record ConflictTopic(
        String slug,
        SortedMap<String, String> names,
        String scope,
        Optional<LocalDate> starts,
        SortedMap<String, String> ids,
        List<Term> strong,
        List<Term> weak,
        List<Term> context,
        List<TermPair> pairs,
        List<Term> exclusions) {

    public ConflictTopic {
        strong = List.copyOf(strong);
        weak = List.copyOf(weak);
        context = List.copyOf(context);
        pairs = List.copyOf(pairs);
        exclusions = List.copyOf(exclusions);
    }
}
