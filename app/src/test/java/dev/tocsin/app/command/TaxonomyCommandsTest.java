package dev.tocsin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;

/** The taxonomy's tools as a shell sees them. */
class TaxonomyCommandsTest {
    private static final String UTOPIA =
            "slug: utopia\nnames: {en: x}\nscope: s\nstrong: {en: [Amaurot]}\n";

    @TempDir Path folder;

    private Path write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @BeforeEach
    void writeTaxonomy() throws Exception {
        write("_context.yaml", "context:\n  en: [war]\n");
        write("_exclusions.yaml", "exclusions: {}\nmasks: {}\n");
        write("utopia.yaml", UTOPIA);
    }

    @Test
    void lintEndsWellUnlessThereAreErrors() throws Exception {
        assertThat(Shell.run("taxonomy", "lint", folder.toString()).exitCode()).isZero();
        write("utopia.yaml", UTOPIA.replace("Amaurot", "May"));
        assertThat(Shell.run("taxonomy", "lint", folder.toString()).exitCode()).isZero();
        write("utopia.yaml", UTOPIA + "week: {}\n");

        Shell.Run run = Shell.run("taxonomy", "lint", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("utopia.yaml:5: error: unknown key \"week\"");
    }

    @Test
    void lintPrintsJsonForMachines() throws Exception {
        write("utopia.yaml", UTOPIA + "week: {}\n");
        JsonNode json = Shell.run("taxonomy", "lint", folder.toString(), "--output", "json").json();
        assertThat(json.path("errors").asInt()).isEqualTo(1);
        assertThat(json.at("/findings/0/line").asInt()).isEqualTo(5);
    }

    @Test
    void testPrintsPrecisionAndRecallAndHoldsTheFloor() throws Exception {
        write(
                "examples/utopia.yaml",
                """
                examples:
                  - {text: War in Amaurot, is: [utopia]}
                  - {text: War in Zembla, is: [utopia]}
                """);

        Shell.Run run = Shell.run("taxonomy", "test", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).containsPattern("utopia +1\\.000 +0\\.500 +0\\.667 +2 +1 +1 +0");
        assertThat(run.err())
                .contains("examples/utopia.yaml:3: not utopia: War in Zembla")
                .contains("below the floor: utopia, TOTAL");
        assertThat(
                        Shell.run("taxonomy", "test", folder.toString(), "--floor-recall", "0.5")
                                .exitCode())
                .isZero();
    }

    @Test
    void testWithoutExamplesSaysWhereTheyBelong() {
        Shell.Run run = Shell.run("taxonomy", "test", folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("write examples/SLUG.yaml");
    }

    @Test
    void explainSaysWhyAndWhyNot() throws Exception {
        String taxonomy = folder.toString();
        Path article = write("article.txt", "Amaurot falls\nThe war is over.\n");
        Path other = write("article.json", "{\"title\": \"Amaurod is calm\", \"lang\": \"en\"}");

        Shell.Run why = explain(taxonomy, "utopia", article);
        Shell.Run whyNot = explain(taxonomy, "utopia", other);

        assertThat(why.exitCode()).isZero();
        assertThat(why.out()).startsWith("utopia: confirmed").contains("[Amaurot] falls");
        assertThat(whyNot.out())
                .startsWith("utopia: not tagged")
                .contains("- none of its terms stands in the text")
                .contains("? “amaurod” is near the term “Amaurot”");
    }

    private static Shell.Run explain(String taxonomy, String topic, Path article) {
        return Shell.run(
                "taxonomy",
                "explain",
                "--topic",
                topic,
                "--taxonomy",
                taxonomy,
                article.toString());
    }

    @Test
    void explainNamesTheTopicThatWasMeant() throws Exception {
        Shell.Run run = explain(folder.toString(), "utopai", write("a.txt", "x"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("unknown topic \"utopai\"; did you mean \"utopia\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --event-type | ceasefire  | ceasefire: not found, score 0.40     | eventType
                    --place      | sd         | sd: found, salience 1.000            | place
                    --place      | Khartoum   | khartoum-sd: not found               | place
                    --actor      | RSF        | rapid-support-forces: found, mentions 1 | actor
                    """)
    void explainAnswersForEventTypesPlacesAndActorsInOneForm(
            String flag, String asked, String answer, String key) throws Exception {
        Path article =
                write(
                        "a.json",
                        "{\"title\": \"RSF leaves Sudan\", \"summary\": \"A truce is near.\", \"lang\": \"en\"}");
        String[] arguments = {"taxonomy", "explain", flag, asked, article.toString()};

        assertThat(Shell.run(arguments).out()).startsWith(answer);
        JsonNode json =
                Shell.run(
                                "taxonomy",
                                "explain",
                                flag,
                                asked,
                                article.toString(),
                                "--output",
                                "json")
                        .json();
        assertThat(json.has(key)).isTrue();
        assertThat(json.properties())
                .extracting(each -> each.getKey())
                .containsExactly(key, "tier", "score", "reasons", "nearTerms", "evidence");
    }

    @Test
    void explainWithoutATargetTellsAllThatIsFound() throws Exception {
        Path article =
                write("a.json", "{\"title\": \"RSF leaves Sudan after truce\", \"lang\": \"en\"}");

        Shell.Run run = Shell.run("taxonomy", "explain", article.toString());
        JsonNode json =
                Shell.run("taxonomy", "explain", article.toString(), "--output", "json").json();

        assertThat(run.out())
                .contains("== conflict topics\nsudan-civil-war: confirmed")
                .contains("== event types\nceasefire: found")
                .contains("== places\nsd: found")
                .contains("== actors\nrapid-support-forces: found");
        assertThat(json.at("/topics/0/topic").asString()).isEqualTo("sudan-civil-war");
        assertThat(json.at("/eventTypes/0/tier").asString()).isEqualTo("found");
        assertThat(json.path("language").asString()).isEqualTo("en");
    }

    @Test
    void explainTakesOneTargetAndNamesWhatWasMeant() throws Exception {
        String article = write("a.txt", "x").toString();
        assertThat(Shell.run("taxonomy", "explain", "--place", "Khartoun", article).err())
                .contains("--place: unknown place \"Khartoun\"; did you mean");
        assertThat(
                        Shell.run("taxonomy", "explain", "--place", "sd", "--actor", "rsf", article)
                                .err())
                .contains("mutually exclusive");
    }

    @Test
    void schemaIsJson() {
        assertThat(Shell.run("taxonomy", "schema").json().path("title").asString())
                .isEqualTo("Conflict topic");
    }

    @ParameterizedTest
    @CsvSource({
        "event-type, Event type",
        "places, Places",
        "countries, Countries",
        "actors, Actors",
        "context, Context",
        "exclusions, Exclusions",
        "event-exclusions, Event exclusions",
        "namesakes, Namesakes",
        "examples, Examples",
        "conflict-topic, Conflict topic"
    })
    void everyKindOfFileHasASchema(String kind, String title) {
        assertThat(Shell.run("taxonomy", "schema", kind).json().path("title").asString())
                .isEqualTo(title);
    }

    @Test
    void aKindThatIsNoneIsNamed() {
        Shell.Run run = Shell.run("taxonomy", "schema", "actor");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("did you mean \"actors\"?");
    }

    @Test
    void testCoversEventTypesInTheFolder() throws Exception {
        write(
                "events/raid.yaml",
                "slug: raid\nnames: {en: Raid}\nscope: s\nstrong: {en: [cattle raid*]}\n");
        write(
                "events/examples/raid.yaml",
                """
                examples:
                  - {text: Cattle raid in Zembla, is: [raid]}
                  - {text: Herders leave Zembla, is: [raid]}
                  - {text: Cattle fair in Zembla, isNot: true}
                """);

        Shell.Run run = Shell.run("taxonomy", "test", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("EVENT TYPE")
                .containsPattern("raid +1\\.000 +0\\.500 +0\\.667 +2 +1 +1 +0");
        assertThat(run.err()).contains("events/examples/raid.yaml:3: not raid: Herders leave");
    }

    @Test
    void exportWritesWhatShipsAndOverwritesNothing() throws Exception {
        Path mine = folder.resolve("mine");
        write("mine/yemen.yaml", "mine");

        Shell.Run topics = Shell.run("taxonomy", "export", mine.toString());
        Shell.Run one =
                Shell.run("taxonomy", "export", mine.toString(), "events/ceasefire.yaml", "actors");
        Shell.Run none = Shell.run("taxonomy", "export", mine.toString(), "events/ceasefier.yaml");

        assertThat(topics.exitCode()).isZero();
        assertThat(mine.resolve("yemen.yaml")).hasContent("mine");
        assertThat(mine.resolve("examples/yemen.yaml")).exists();
        assertThat(one.exitCode()).isZero();
        assertThat(mine.resolve("events")).isDirectoryNotContaining("glob:**protest.yaml");
        assertThat(mine.resolve("events/ceasefire.yaml")).exists();
        assertThat(mine.resolve("actors/leaders.yaml")).exists();
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("did you mean \"events/ceasefire.yaml\"?");
    }

    @Test
    void evaluatePrintsFiguresAndNamesBadLines() throws Exception {
        Path gold =
                write(
                        "gold.jsonl",
                        """
                        {"title": "War in Amaurot", "labels": ["utopia"], "lang": "en"}
                        no json

                        {"title": "Amaurot at peace", "labels": [], "hard_negative": true}
                        {"title": "Zembla", "labels": ["utopia"]}
                        """);

        Shell.Run run =
                Shell.run(
                        "evaluate",
                        "tagging",
                        gold.toString(),
                        "--taxonomy",
                        folder.toString(),
                        "--errors");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("gold.jsonl:2: no JSON");
        assertThat(run.out())
                .contains("WRONG utopia line 4", "MISSED utopia line 5")
                .containsPattern("micro +0\\.500 +0\\.500 +0\\.500 +2 +1 +1 +1")
                .containsPattern("hard negatives, tagged +1 of 1")
                .containsPattern("lines left out +1 of 4");
        JsonNode json =
                Shell.run(
                                "evaluate",
                                "tagging",
                                gold.toString(),
                                "--taxonomy",
                                folder.toString(),
                                "--output",
                                "json")
                        .json();
        assertThat(json.at("/micro/f1").asDouble()).isEqualTo(0.5);
        assertThat(json.path("linesLeftOut").asInt()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsNoneIsNamed() {
        Shell.Run run = Shell.run("taxonomy", "lint", folder.resolve("nowhere").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("nowhere is no folder of conflict topics");
    }
}
