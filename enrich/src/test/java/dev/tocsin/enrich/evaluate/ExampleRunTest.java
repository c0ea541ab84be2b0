package dev.tocsin.enrich.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.enrich.taxonomy.TaxonomyReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

class ExampleRunTest {
    private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
    private static final String GOOD =
            """
            examples:
              - text: |
                  Shells fall on Utopia
                  The capital was hit.
                lang: en
                date: 2025-05-01
                is: [utopia]
              - {text: Utopia wins the cup, isNot: true}
              - {text: Rain in Zembla, is: []}
            """;

    @TempDir private Path folder;
    private Taxonomy taxonomy;

    @BeforeEach
    void writeTaxonomy() throws Exception {
        write("_context.yaml", "context:\n  en: [war]\n");
        write("_exclusions.yaml", "exclusions: {}\nmasks: {}\n");
        for (String slug : List.of("utopia", "zembla")) {
            write(
                    slug + ".yaml",
                    "slug: %s\nnames: {en: x}\nscope: s\nstrong: {en: [%s]}\n"
                            .formatted(slug, slug));
        }
        write("examples/utopia.yaml", GOOD);
        taxonomy = TaxonomyReader.read(folder);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private List<Example> examples() throws TaxonomyException {
        return new ExampleReader(taxonomy, Clock.fixed(NOW, ZoneOffset.UTC)).read(folder);
    }

    @Test
    void readsExamplesWithTheirLines() throws Exception {
        List<Example> examples = examples();
        assertThat(examples).extracting(Example::line).containsExactly(2, 8, 9);
        Example first = examples.getFirst();
        assertThat(first.title()).isEqualTo("Shells fall on Utopia");
        assertThat(first.summary()).isEqualTo("The capital was hit.");
        assertThat(first.language()).contains("en");
        assertThat(first.at()).isEqualTo(Instant.parse("2025-05-01T00:00:00Z"));
        assertThat(first.right()).contains(Set.of("utopia"));
        assertThat(examples.get(1).right()).isEmpty();
        assertThat(examples.get(1).at()).isEqualTo(NOW);
    }

    @Test
    void theExamplesAreNoTopics() {
        assertThat(taxonomy.conflictTopics()).hasSize(2);
    }

    @Test
    void countsWhatIsFoundMissedAndWrong() throws Exception {
        ExampleRun run = ExampleRun.of(examples(), _ -> Set.of("utopia", "zembla"));
        Tally utopia = Objects.requireNonNull(run.scores().byLabel().get("utopia"));
        assertThat(List.of(utopia.hits(), utopia.misses(), utopia.wrong()))
                .containsExactly(1, 0, 2);
        // "isNot" says nothing of other topics.
        assertThat(Objects.requireNonNull(run.scores().byLabel().get("zembla")).wrong())
                .isEqualTo(2);
        assertThat(run.failures()).hasSize(3);
    }

    @Test
    void namesWhatLiesBelowTheFloor() throws Exception {
        ExampleRun perfect =
                ExampleRun.of(examples(), each -> each.line() == 2 ? Set.of("utopia") : Set.of());
        assertThat(perfect.below(1, 1)).isEmpty();
        assertThat(perfect.failures()).isEmpty();

        ExampleRun silent = ExampleRun.of(examples(), _ -> Set.of());
        assertThat(silent.below(0.9, 0.8)).containsExactly("utopia", "TOTAL");

        ExampleRun loud = ExampleRun.of(examples(), _ -> Set.of("utopia"));
        assertThat(loud.below(0.9, 0.8)).containsExactly("utopia", "TOTAL");
        assertThat(loud.below(0.3, 0.8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    isNot: true      | isNot: maybe     | examples/utopia.yaml:8: isNot: expected true
                    , isNot: true    | ''               | examples/utopia.yaml:8: expected one of "is: [slugs]" and "isNot: true"
                    is: [utopia]     | is: [utopai]     | examples/utopia.yaml:7: unknown topic "utopai"; did you mean "utopia"?
                    date: 2025-05-01 | date: May        | examples/utopia.yaml:6: date "May": expected 2025-05-21
                    lang: en         | language: en     | examples/utopia.yaml:5: unknown key "language"
                    Rain in Zembla   | ''               | examples/utopia.yaml:9: "text" is missing
                    """)
    void saysWhereAndWhatIsWrong(String right, String wrong, String message) throws Exception {
        write(
                "examples/utopia.yaml",
                GOOD.replace(right, wrong.isEmpty() && right.startsWith("Rain") ? "\"\"" : wrong));
        assertThatThrownBy(this::examples)
                .isInstanceOf(TaxonomyException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aTaxonomyWithoutExamplesHasNone() throws Exception {
        Files.delete(folder.resolve("examples/utopia.yaml"));
        assertThat(examples()).isEqualTo(List.of());
        Files.delete(folder.resolve("examples"));
        assertThat(examples()).isEqualTo(List.of());
        assertThat(Optional.of(ExampleRun.of(List.of(), _ -> Set.of()).below(1, 1)))
                .contains(List.of());
    }
}
