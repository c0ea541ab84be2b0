package dev.tocsin.enrich.place;

import dev.tocsin.enrich.taxonomy.Term;

import java.util.List;
import java.util.Set;

/**
 * What shares its name with a place.
 *
 * @param phrases phrases that hold a place's name and name no place ("Michael Jordan")
 * @param personNames names of places that are names of people as well, folded
 * @param titles words that may follow such a name without making it a person's, folded
 * @param stateSigns states of the USA and their short forms, folded: what stands before one and a
 *     comma lies in the USA
 */
public record Namesakes(
        List<Term> phrases, Set<String> personNames, Set<String> titles, Set<String> stateSigns) {

    public Namesakes {
        phrases = List.copyOf(phrases);
        personNames = Set.copyOf(personNames);
        titles = Set.copyOf(titles);
        stateSigns = Set.copyOf(stateSigns);
    }
}
