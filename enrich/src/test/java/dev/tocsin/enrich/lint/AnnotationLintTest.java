package dev.tocsin.enrich.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class AnnotationLintTest {
    private static final String RAID =
            """
            slug: raid
            names: {en: Raid}
            scope: Cattle is taken.
            yieldsTo: [protest]
            strong:
              en: [cattle raid*]
            weak:
              en: [herder*]
            """;

    @TempDir private Path folder;

    @BeforeEach
    void writeTopics() throws IOException {
        write("_context.yaml", "context:\n  en: [war]\n");
        write("_exclusions.yaml", "exclusions: {}\nmasks: {}\n");
        write("utopia.yaml", "slug: utopia\nnames: {en: x}\nscope: s\nstrong: {en: [Utopia]}\n");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> findings() throws Exception {
        return TaxonomyLint.check(folder).stream().map(Finding::toString).toList();
    }

    @Test
    void isSilentWhereAllIsWell() throws Exception {
        write("events/raid.yaml", RAID);
        write("places/mine.yaml", "SD:\n  - {name: Amaurot, at: [10.0, 20.0], names: [Амаурот]}\n");
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [protest]      | [protst]                     | events/raid.yaml:4: error: unknown event type "protst"; did you mean "protest"?
                    weak:          | week:                        | events/raid.yaml:7: error: unknown key "week"; did you mean "weak"?
                    [herder*]      | ['Uto*pia!']                 | events/raid.yaml:8: error: "Uto*pia" can never be found
                    [herder*]      | [heart attack]               | events/raid.yaml:8: error: "heart attack" can never be found: hidden by "heart attack*" (built-in events/_exclusions.yaml:
                    [cattle raid*] | [cattle raid*, cattle raids] | events/raid.yaml:6: warning: "cattle raids" is found already by "cattle raid*"
                    [cattle raid*] | [police]                     | events/raid.yaml:6: warning: "police" is an everyday word
                    """)
    void namesTheTermAndWhatIsWrongWithIt(String right, String wrong, String finding)
            throws Exception {
        write("events/raid.yaml", RAID.replace(right, wrong));
        assertThat(findings()).hasSize(1).first().asString().startsWith(finding);
    }

    @Test
    void everyFileHasItsMistakes() throws Exception {
        write("places/mine.yaml", "SD:\n  - {name: Amaurot, at: [100.0, 20.0]}\n");
        write("actors/mine.yaml", "kind: armed-group\nactors:\n  - {id: x, name: X}\n");
        write("events/raid.yaml", "slug: [\n");
        assertThat(findings())
                .hasSize(3)
                .anyMatch(each -> each.startsWith("places/mine.yaml:2: error: at [100.0, 20.0]"))
                .anyMatch(
                        each -> each.startsWith("actors/mine.yaml:3: error: \"names\" is missing"))
                .anyMatch(each -> each.startsWith("events/raid.yaml") && each.contains("not YAML"));
    }

    @Test
    void aPlaceWrittenTwiceInFilesOfOnesOwnIsAnError() throws Exception {
        write("places/one.yaml", "SD:\n  - {name: Amaurot, at: [10.0, 20.0]}\n");
        write("places/two.yaml", "SD:\n  - {name: Amaurot, at: [10.0, 20.0]}\n");
        assertThat(findings())
                .containsExactly(
                        "places/two.yaml:2: error: the place \"amaurot-sd\" stands in"
                                + " places/one.yaml:2 already");
    }

    @Test
    void a_file_has_all_its_mistakes_each_with_its_line() throws Exception {
        write(
                "events/raid.yaml",
                """
                slug: riad
                nams: {en: Raid}
                scpoe: Cattle is taken.
                acled: [Armed clsh, Agreemnt]
                strong:
                  en: [cattle raid*, a*, cattle raid*]
                  english: [raid]
                pairs:
                  en:
                    - {first: [herd], second: [taken], whithin: 3}
                    - {first: [herd], within: 300}
                """);
        write(
                "places/mine.yaml",
                """
                SD:
                  - {nmae: Amaurot, at: [10.0, 20.0]}
                  - {name: Zembla, kind: town, at: [100.0, 20.0], names: [..]}
                SDN:
                  - {name: Ziph, at: [1.0, 2.0]}
                """);
        write(
                "actors/mine.yaml",
                """
                kind: army
                actors:
                  - {id: x, nmae: X, names: [X Force]}
                  - {id: y, name: Y, names: [Y Force], contry: SD}
                  - {id: z, name: Z, names: [Z Force], country: Sudan}
                """);
        assertThat(findings())
                .extracting(each -> each.replaceFirst("[:;] expected .*", ""))
                .containsExactly(
                        "actors/mine.yaml:1: error: kind",
                        "actors/mine.yaml:3: error: \"name\" is missing",
                        "actors/mine.yaml:3: error: unknown key \"nmae\"; did you mean \"name\"?",
                        "actors/mine.yaml:4: error: unknown key \"contry\"; did you mean"
                                + " \"country\"?",
                        "actors/mine.yaml:5: error: \"Sudan\" is no ISO 3166-1 alpha-2 code such as"
                                + " SD",
                        "events/raid.yaml:1: error: \"names\" is missing",
                        "events/raid.yaml:1: error: \"scope\" is missing",
                        "events/raid.yaml:1: error: slug \"riad\"",
                        "events/raid.yaml:2: error: unknown key \"nams\"; did you mean \"names\"?",
                        "events/raid.yaml:3: error: unknown key \"scpoe\"; did you mean \"scope\"?",
                        "events/raid.yaml:4: error: unknown sub-event type of ACLED \"Agreemnt\"; did"
                                + " you mean \"Agreement\"?",
                        "events/raid.yaml:4: error: unknown sub-event type of ACLED \"Armed clsh\";"
                                + " did you mean \"Armed clash\"?",
                        "events/raid.yaml:6: error: \"a*\" would match far too much; write at least"
                                + " three letters",
                        "events/raid.yaml:6: error: term \"cattle raid*\" stands here twice",
                        "events/raid.yaml:7: error: \"english\" is no language",
                        "events/raid.yaml:10: error: unknown key \"whithin\"; did you mean"
                                + " \"within\"?",
                        "events/raid.yaml:11: error: \"second\" is missing",
                        "events/raid.yaml:11: error: within \"300\"",
                        "places/mine.yaml:2: error: \"name\" is missing",
                        "places/mine.yaml:2: error: unknown key \"nmae\"; did you mean \"name\"?",
                        "places/mine.yaml:3: error: at [100.0, 20.0]",
                        "places/mine.yaml:3: error: empty term \"..\"; write a word or remove it",
                        "places/mine.yaml:3: error: kind \"town\"",
                        "places/mine.yaml:4: error: unknown key \"SDN\"; did you mean \"SD\"?");
    }
}
