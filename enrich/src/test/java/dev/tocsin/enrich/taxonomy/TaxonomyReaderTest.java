package dev.tocsin.enrich.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

class TaxonomyReaderTest {

    private static final String GOOD =
            """
            slug: utopia
            names: {en: Utopian war}
            scope: The war in Utopia.
            starts: 2023-04-15
            ids: {ucdp: "1"}
            strong:
              en: [UPA!, {term: Capital City, case: true}, Utopia*]
            weak:
              en: [Island]
            pairs:
              - {first: [Island], second: [Mainland], within: 5, needsContext: true}
            """;

    @TempDir private Path folder;

    @BeforeEach
    void writeShared() throws IOException {
        write("_context.yaml", "context:\n  en: [war]\n");
        write("_exclusions.yaml", "exclusions:\n  en: [football]\nmasks:\n  en: [price war]\n");
    }

    @Test
    void readsAConflictWithAllItHas() throws Exception {
        write("utopia.yaml", GOOD);
        Taxonomy taxonomy = TaxonomyReader.read(folder);
        ConflictTopic utopia = taxonomy.find("utopia").orElseThrow();
        assertThat(utopia.starts()).contains(LocalDate.of(2023, 4, 15));
        assertThat(utopia.strong())
                .containsExactly(
                        new Term("Capital City", "en", true),
                        new Term("UPA", "en", true),
                        new Term("Utopia*", "en", false));
        assertThat(utopia.pairs().getFirst().within()).isEqualTo(5);
        assertThat(utopia.pairs().getFirst().needsContext()).isTrue();
        assertThat(taxonomy.masks()).containsExactly(new Term("price war", "en", false));
    }

    @Test
    void versionFollowsTheContentAndNothingElse() throws Exception {
        write("utopia.yaml", GOOD);
        String version = TaxonomyReader.read(folder).version();
        write("utopia.yaml", "# note\n" + GOOD.replace("[Island], second", "[ Island ],  second"));
        assertThat(TaxonomyReader.read(folder).version()).isEqualTo(version).hasSize(12);
        write("utopia.yaml", GOOD.replace("within: 5", "within: 6"));
        assertThat(TaxonomyReader.read(folder).version()).isNotEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    weak:               | week:             | utopia.yaml:8: unknown key "week"; did you mean "weak"?
                    slug: utopia        | slug: Utopia      | utopia.yaml:1: slug "Utopia": expected lower-case
                    slug: utopia        | slug: arcadia     | utopia.yaml:1: slug "arcadia": expected the name of the file
                    starts: 2023-04-15  | starts: April     | utopia.yaml:4: starts "April": expected a day
                    {en: Utopian war}   | {fr: Guerre}      | utopia.yaml:2: names: "en" is missing
                    en: [Island]        | en: [Island, '-'] | utopia.yaml:9: empty term "-"
                    en: [Island]        | en: [Isle, Isle]  | utopia.yaml:9: term "Isle" stands here twice
                    en: [Island]        | en: [I*]          | utopia.yaml:9: "I*" would match far too much
                    en: [Island]        | en: Island        | utopia.yaml:9: expected a list of terms, not "Island"
                    en: [Island]        | english: [Island] | utopia.yaml:9: "english" is no language
                    within: 5           | within: near      | utopia.yaml:11: within "near": expected words
                    within: 5           | withn: 5          | utopia.yaml:11: unknown key "withn"; did you mean "within"?
                    scope: The          | slug: The         | utopia.yaml:3: "slug" stands here twice
                    """)
    void saysWhereAndWhatIsWrong(String right, String wrong, String message) throws Exception {
        write("utopia.yaml", GOOD.replace(right, wrong));
        assertThatThrownBy(() -> TaxonomyReader.read(folder))
                .isInstanceOf(TaxonomyException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void theSameSlugTwiceIsAnError() throws Exception {
        write("utopia.yaml", GOOD);
        write("utopia.yml", GOOD);
        assertThatThrownBy(() -> TaxonomyReader.read(folder))
                .hasMessage("utopia.yml:1: slug \"utopia\" is already used by utopia.yaml");
    }

    @Test
    void brokenYamlAndMissingFilesAreNamed() throws Exception {
        write("utopia.yaml", "slug: utopia\nnames: {en: [\n");
        assertThatThrownBy(() -> TaxonomyReader.read(folder))
                .hasMessageStartingWith("utopia.yaml:")
                .hasMessageContaining("not YAML");
        write("utopia.yaml", GOOD);
        Files.delete(folder.resolve("_context.yaml"));
        assertThatThrownBy(() -> TaxonomyReader.read(folder))
                .hasMessageStartingWith("_context.yaml: there is no such file");
        assertThatThrownBy(() -> TaxonomyReader.read(folder.resolve("nowhere")))
                .isInstanceOf(TaxonomyException.class);
    }

    @Test
    void aConflictThatNothingCouldFindIsAnError() throws Exception {
        write("utopia.yaml", "slug: utopia\nnames: {en: U}\nscope: S\n");
        assertThatThrownBy(() -> TaxonomyReader.read(folder)).hasMessageContaining("no \"strong\"");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
