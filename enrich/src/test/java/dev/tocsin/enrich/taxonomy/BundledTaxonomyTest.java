package dev.tocsin.enrich.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class BundledTaxonomyTest {

    private final Taxonomy taxonomy = TaxonomyReader.bundled();

    @Test
    void holdsTheConflictsOfTheWorld() {
        assertThat(taxonomy.conflictTopics())
                .extracting(ConflictTopic::slug)
                .hasSize(33)
                .isSorted()
                .contains(
                        "russia-ukraine-war", "sudan-civil-war", "israel-palestine", "haiti-gangs");
    }

    @Test
    void everyConflictHasNamesAndTermsInTheMainLanguages() {
        for (ConflictTopic conflictTopic : taxonomy.conflictTopics()) {
            Set<String> languages =
                    conflictTopic.strong().stream().map(Term::language).collect(Collectors.toSet());
            assertThat(languages)
                    .as(conflictTopic.slug())
                    .containsAll(List.of("en", "fr", "es", "de", "ru", "uk", "ar"));
            assertThat(conflictTopic.names().keySet())
                    .as(conflictTopic.slug())
                    .contains("en", "fr", "es", "de", "ru", "uk", "ar");
        }
    }

    @Test
    void everyConflictIsNamedInTheLanguagesOfItsReaders() {
        for (ConflictTopic conflictTopic : taxonomy.conflictTopics()) {
            assertThat(conflictTopic.names().keySet())
                    .as(conflictTopic.slug())
                    .contains("he", "fa", "tr", "zh", "pt", "sw");
        }
    }

    @Test
    void labelledExamplesLieBesideEveryConflictAndAreNoConflicts() {
        assertThat(taxonomy.conflictTopics())
                .extracting(ConflictTopic::slug)
                .allSatisfy(slug ->
                        assertThat(
                                        BundledTaxonomyTest.class.getResource(
                                                "/taxonomy/examples/" + slug + ".yaml"))
                                .isNotNull());
    }

    @Test
    void readingItTwiceGivesTheSameVersion() {
        assertThat(TaxonomyReader.bundled().version()).isEqualTo(taxonomy.version());
    }
}
