package dev.tocsin.enrich.place;

import dev.tocsin.enrich.taxonomy.Term;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What shares its name with a place. Sets are sorted, so that the same data read the same in every
 * process.
 *
 * @param phrases phrases that hold a place's name and name no place ("Michael Jordan")
 * @param personNames names of places that are names of people as well, folded
 * @param titles words that may follow such a name without making it a person's, folded
 * @param stateSigns states of the USA and their short forms, folded: what stands before one and a
 *     comma lies in the USA
 */
public record Namesakes(
        List<Term> phrases,
        SortedSet<String> personNames,
        SortedSet<String> titles,
        SortedSet<String> stateSigns) {

    public Namesakes {
        phrases = List.copyOf(phrases);
        personNames = Collections.unmodifiableSortedSet(new TreeSet<>(personNames));
        titles = Collections.unmodifiableSortedSet(new TreeSet<>(titles));
        stateSigns = Collections.unmodifiableSortedSet(new TreeSet<>(stateSigns));
    }
}
