package dev.tocsin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.app.output.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

class StoriesCommandTest {
    private static final String ARTICLES =
            """
            {"id":"1","lang":"en","source":"herald-world","date":"2021-03-04","title":"Drones destroy Velmora bridge near Sattin","summary":"","body":"","story":"b","copy_group":null,"near":[]}
            {"id":"2","lang":"en","source":"courier","date":"2021-03-04","title":"Olive harvest fails","summary":"","body":"","story":"h","copy_group":null,"near":[]}
            {"id":"3","lang":"en","source":"tribune","date":"2021-03-05","title":"Velmora bridge near Sattin hit by drones","summary":"","body":"","story":"b","copy_group":null,"near":[]}
            """;

    @TempDir Path folder;

    private String file(String content) throws Exception {
        return Files.writeString(folder.resolve("articles.jsonl"), content).toString();
    }

    @Test
    void printsTheStoryOfEveryArticleInTheOrderOfTheInput() throws Exception {
        Shell.Run run = Shell.run("stories", file(ARTICLES));

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<JsonNode> lines = run.out().lines().map(Json::read).toList();
        assertThat(lines)
                .extracting(line -> line.path("id").asString())
                .containsExactly("1", "2", "3");
        assertThat(lines)
                .extracting(line -> line.path("story").asString())
                .containsExactly("1", "2", "1");
        assertThat(lines).allMatch(line -> line.path("copyGroup").isNull());
    }

    @Test
    void correctionsStandBetweenArticles() throws Exception {
        Shell.Run run =
                Shell.run(
                        "stories",
                        file(
                                ARTICLES
                                        + "{\"correction\":\"merge\",\"story\":\"2\",\"into\":\"1\"}\n"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(3).allMatch(line -> line.contains("\"story\":\"1\""));
    }

    @Test
    void badLinesAreNamedAndTheOthersStillPrinted() throws Exception {
        String bad =
                """
                {"correction":"join","story":"1"}
                {"title":"without an id"}
                {"id":
                {"correction":"merge","story":"1","into":"gone"}
                """;

        Shell.Run run = Shell.run("stories", file(bad + ARTICLES));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("articles.jsonl:1: correction \"join\": expected one of")
                .contains("articles.jsonl:2: no \"id\"")
                .contains("articles.jsonl:3: no JSON")
                .contains("articles.jsonl:4: no story in the window: 1");
        assertThat(run.out().lines()).hasSize(3);
    }

    @Test
    void evaluatesAgainstGoldBesideEveryArticleAlone() throws Exception {
        Shell.Run run = Shell.run("evaluate", "stories", file(ARTICLES), "--output", "json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = Json.read(run.out());
        assertThat(json.path("articles").asInt()).isEqualTo(3);
        assertThat(json.path("tocsin").path("pairs").path("f1").asDouble()).isEqualTo(1);
        assertThat(json.path("every article alone").path("pairs").path("f1").asDouble()).isZero();
        assertThat(Shell.run("evaluate", "stories", file(ARTICLES)).out())
                .contains("MEASURE", "BCubed, stories of two or more", "every article alone");
    }

    @Test
    void goldWithoutAStoryIsRefusedWithItsLine() throws Exception {
        Shell.Run run = Shell.run("evaluate", "stories", file("{\"id\":\"1\",\"title\":\"x\"}\n"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("articles.jsonl:1: no \"story\"");
    }

    /**
     * Invented reports of two days: 16 happenings in two to four languages, and others near them.
     */
    @Test
    void oneHappeningIsOneStoryInSeveralLanguages() throws Exception {
        Shell.Run run = Shell.run("evaluate", "stories", languages(), "--output", "json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode pairs = Json.read(run.out()).path("tocsin").path("pairs");
        assertThat(pairs.path("precision").asDouble()).isGreaterThan(0.97);
        assertThat(pairs.path("recall").asDouble()).isGreaterThan(0.6);
    }

    private static String languages() throws URISyntaxException {
        URL resource = StoriesCommandTest.class.getResource("/stories/languages.jsonl");
        return Path.of(Objects.requireNonNull(resource).toURI()).toString();
    }
}
