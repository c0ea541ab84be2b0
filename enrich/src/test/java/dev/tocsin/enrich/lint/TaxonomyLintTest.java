package dev.tocsin.enrich.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.enrich.taxonomy.TaxonomyException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TaxonomyLintTest {
    private static final String GOOD =
            """
            slug: utopia
            names: {en: Utopian war}
            scope: The war in Utopia.
            strong:
              en: [Utopia*, Capital City]
              fr: [Utopie]
            weak:
              en: [Longisland]
            context:
              en: [cholera]
            exclusions:
              en: [Utopia Airways]
            """;

    @TempDir private Path folder;

    @BeforeEach
    void writeShared() throws IOException {
        write("_context.yaml", "context:\n  en: [war, attack*]\n");
        write("_exclusions.yaml", "exclusions:\n  en: [football]\nmasks:\n  en: [price war]\n");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> findings() throws TaxonomyException {
        return TaxonomyLint.check(folder).stream().map(Finding::toString).toList();
    }

    @Test
    void isSilentWhereAllIsWell() throws Exception {
        write("utopia.yaml", GOOD);
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en: [Longisland] | en: [Utopia Airways]       | utopia.yaml:8: error: "Utopia Airways" can never be found: hidden by "Utopia Airways" (utopia.yaml:12)
                    en: [Longisland] | en: ['Uto*pia!']           | utopia.yaml:8: error: "Uto*pia" can never be found: "*" has to end a word
                    en: [Longisland] | en: ['«Island»!']          | utopia.yaml:8: error: "«Island»" can never be found: its punctuation
                    en: [cholera]    | en: [price war]            | utopia.yaml:10: error: "price war" can never be found: hidden by "price war" (_exclusions.yaml:4)
                    en: [Longisland] | en: [Utopians]             | utopia.yaml:8: warning: "Utopians" is strong already as "Utopia*" (utopia.yaml:5)
                    , Capital City]  | ', Capital City, Utopian]' | utopia.yaml:5: warning: "Utopian" is found already by "Utopia*" (utopia.yaml:5)
                    , Capital City]  | ', a-B city, A B City]'    | utopia.yaml:5: warning: "a-B city" is the same term as "A B City" (utopia.yaml:5)
                    en: [cholera]    | en: [attacker]             | utopia.yaml:10: warning: "attacker" is context for all topics already as "attack*" (_context.yaml:2)
                    en: [Longisland] | en: [May]                  | utopia.yaml:8: warning: "May" is an everyday word
                    en: [Longisland] | en: [ADF]                  | utopia.yaml:8: warning: "ADF" is short and found in any case
                    en: [Longisland] | en: [Abc*]                 | utopia.yaml:8: warning: "Abc*" begins very many words
                    """)
    void namesTheTermAndWhatIsWrongWithIt(String right, String wrong, String finding)
            throws Exception {
        write("utopia.yaml", GOOD.replace(right, wrong));
        assertThat(findings()).hasSize(1).first().asString().startsWith(finding);
    }

    @Test
    void acronymsWithCapitalsAreNotShort() throws Exception {
        write("utopia.yaml", GOOD.replace("[Longisland]", "[ADF!, May!]"));
        assertThat(findings()).isEmpty();
    }

    @Test
    void aTermThatScoresAloneForTwoTopicsIsReportedOnce() throws Exception {
        write("utopia.yaml", GOOD);
        write("zembla.yaml", GOOD.replace("slug: utopia", "slug: zembla").replace("Utopia*, ", ""));
        assertThat(findings())
                .containsExactly(
                        "zembla.yaml:5: warning: \"Capital City\" scores alone for another topic"
                                + " too: \"Capital City\" (utopia.yaml:5)",
                        "zembla.yaml:6: warning: \"Utopie\" scores alone for another topic too:"
                                + " \"Utopie\" (utopia.yaml:6)");
    }

    @Test
    void reportsEveryMistakeOfEveryFile() throws Exception {
        write("utopia.yaml", GOOD.replace("weak:", "week:").replace("context:", "contxt:"));
        write("zembla.yaml", "slug: zembla\nnames: {en: [\n");
        write("_context.yaml", "context:\n  en: [I*]\n");
        assertThat(findings())
                .hasSize(4)
                .anyMatch(each -> each.startsWith("utopia.yaml:7: error: unknown key \"week\""))
                .anyMatch(each -> each.startsWith("utopia.yaml:9: error: unknown key \"contxt\""))
                .anyMatch(each -> each.contains("zembla.yaml") && each.contains("not YAML"))
                .anyMatch(each -> each.startsWith("_context.yaml:2: error: \"I*\" would match"));
    }

    @Test
    void examplesOfATopicThatIsNoneAreAnError() throws Exception {
        write("utopia.yaml", GOOD);
        write("examples/utopai.yaml", "examples:\n  - {text: a, is: [utopia]}\n");
        assertThat(findings())
                .containsExactly(
                        "examples: error: examples/utopai.yaml:1: unknown topic \"utopai\"; did you"
                                + " mean \"utopia\"?");
    }

    @Test
    void aFolderThatIsNoneIsAnError() {
        assertThatThrownBy(() -> TaxonomyLint.check(folder.resolve("nowhere")))
                .isInstanceOf(TaxonomyException.class)
                .hasMessageContaining("nowhere");
    }
}
