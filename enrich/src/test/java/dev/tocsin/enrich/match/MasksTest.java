package dev.tocsin.enrich.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.taxonomy.Term;

import org.junit.jupiter.api.Test;

import java.util.List;

class MasksTest {

    private static final Hit SHORT = hit(0, Role.PAIR_SECOND, "warships", 1, 1);

    @Test
    void aLongerNameHidesAShorterOneOfAnotherConflict() {
        Hit longer = hit(1, Role.WEAK, "Chinese warships", 0, 1);
        assertThat(Masks.apply(List.of(longer, SHORT))).containsExactly(longer);
    }

    @Test
    void halfAPairIsNoNameAndHidesNothing() {
        Hit longer = hit(1, Role.PAIR_SECOND, "Chinese warships", 0, 1);
        assertThat(Masks.apply(List.of(longer, SHORT))).containsExactly(longer, SHORT);
    }

    @Test
    void aWordOfAnotherWorldStandsInAPhraseThatHidesNamesAndWar() {
        Hit mask = hit(Entry.SHARED, Role.MASK, "war film", 0, 1);
        Hit war = hit(Entry.SHARED, Role.CONTEXT, "war", 0, 0);
        Hit film = hit(Entry.SHARED, Role.EXCLUSION, "film", 1, 1);
        assertThat(Masks.apply(List.of(mask, war, film))).containsExactly(film);
    }

    private static Hit hit(int conflict, Role role, String text, int first, int last) {
        return new Hit(new Entry(conflict, role, new Term(text, "en", false), 0), first, last);
    }
}
