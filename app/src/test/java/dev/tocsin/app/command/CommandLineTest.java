package dev.tocsin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.app.contract.FeedFixture;
import dev.tocsin.app.output.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The commands as a shell sees them: exit code, standard output, standard error. */
class CommandLineTest {
    @TempDir Path folder;

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void helpListsTheCommandsAndTheExitCodes() {
        Shell.Run help = Shell.run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("demo", "up", "feeds", "tag", "Exit codes", "--version");
    }

    @Test
    void everyCommandHasHelp() {
        for (String[] command :
                new String[][] {
                    {"up"}, {"demo"}, {"feeds"}, {"feeds", "list"}, {"tag"}, {"doctor"}
                }) {
            String[] asked = Arrays.copyOf(command, command.length + 1);
            asked[command.length] = "--help";

            assertThat(Shell.run(asked).exitCode()).as(String.join(" ", asked)).isZero();
            assertThat(Shell.run(asked).out())
                    .contains("Usage: tocsin " + String.join(" ", command));
        }
    }

    @Test
    void aMisspeltConflictTopicIsNamedWithTheOneThatWasMeant() {
        Shell.Run run = Shell.run("search", "--topic", "yemem", "--data", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("unknown topic \"yemem\"; did you mean \"yemen\"?");
    }

    @Test
    void aMisspeltCommandIsAUsageError() {
        Shell.Run run = Shell.run("fedes");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("unknown command fedes").contains("feeds");
    }

    @Test
    void aWrongCommandLineIsToldInAFewLinesThatSayWhereTheHelpIs() {
        Shell.Run option = Shell.run("search", "--limt", "3");

        assertThat(option.exitCode()).isEqualTo(2);
        assertThat(option.err())
                .startsWith("tocsin: unknown option --limt")
                .contains("--limit", "tocsin search --help")
                .hasLineCount(3);
        assertThat(Shell.run("--data", "x", "search").err())
                .contains("options follow the command: --data x came too early");
        assertThat(Shell.run("taxonomy").err())
                .contains("a command is missing", "lint, test, explain", "tocsin taxonomy --help");
    }

    @Test
    void aListOfCommandsShowsAllOfWhatEachDoes() {
        assertThat(Shell.run("taxonomy", "--help").out().replaceAll("\\s+", " "))
                .contains("that can never be found, or that would be found everywhere.");
        assertThat(Shell.run("--help").out().replaceAll("\\s+", " "))
                .contains("conflict topics, event types, places and actors.");
    }

    @Test
    void helpKeepsIndentedLinesAndWrapsTheOthers() {
        assertThat(Shell.run("taxonomy", "schema", "--help").out().lines())
                .contains("  # yaml-language-server: $schema=../namesakes.schema.json");
        assertThat(Shell.run("demo", "--help").out().lines())
                .noneMatch(line -> line.equals("week"));
    }

    @Test
    void aSearchRefusesWordsThatNoArticleCanHave() {
        String data = folder.toString();
        Shell.Run event = Shell.run("search", "--event", "ceasfire", "--data", data);
        Shell.Run country = Shell.run("search", "--country", "Sudan", "--data", data);

        assertThat(event.exitCode()).isEqualTo(2);
        assertThat(event.err()).contains("unknown event type \"ceasfire\"", "\"ceasefire\"");
        assertThat(country.exitCode()).isEqualTo(2);
        assertThat(country.err()).contains("--country Sudan: expected two letters");
    }

    @Test
    void aTopicToExplainThatIsUnknownIsAnsweredWithEveryTopicOnce() throws Exception {
        Path article = file("article.txt", "Of nothing in particular");
        Shell.Run run = Shell.run("taxonomy", "explain", "--topic", "zzzz", article.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).containsOnlyOnce("yemen");
    }

    @Test
    void aFileThatIsNotThereOrNoJsonIsNamedInWords() throws Exception {
        Path broken = file("broken.jsonl", "{\"title\": 3\n");

        assertThat(Shell.run("tag", "nowhere.txt").err()).contains("there is no file nowhere.txt");
        assertThat(Shell.run("tag", folder.toString()).err()).contains("is a folder");
        assertThat(Shell.run("tag", broken.toString()).err())
                .contains("broken.jsonl:1: no JSON")
                .doesNotContain("REDACTED");
    }

    @Test
    void anErrorInTheConfigurationNamesFileAndLineAndStartsNothing() throws Exception {
        Path config = file("tocsin.yaml", "data: x\npoling: {interval: 5m}\n");

        Shell.Run run = Shell.run("up", "--config", config.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains(config + ":2: unknown key \"poling\"; did you mean \"polling\"?");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void tagsJsonLinesAndKeepsTheirIds() {
        Shell.Run run =
                Shell.runWith(
                        """
                        {"id": 7, "lang": "en", "title": "RSF shells el-Fasher market, dozens killed", "summary": "", "body": null}
                        {"id": "x", "title": "Sudan beat Niger in cup qualifier", "summary": "A late goal."}
                        """,
                        "tag");

        assertThat(run.exitCode()).isZero();
        String[] lines = run.out().strip().split("\n");
        JsonNode war = Json.read(lines[0]);
        assertThat(war.path("id").asInt()).isEqualTo(7);
        assertThat(war.path("topics").toString()).isEqualTo("[\"sudan-civil-war\"]");
        assertThat(war.path("tags").path(0).path("evidence").path(0).path("text").asString())
                .isNotBlank();
        assertThat(Json.read(lines[1]).path("topics").toString()).isEqualTo("[]");
    }

    @Test
    void anAddressBlockThatIsNoneIsAUsageError() {
        Shell.Run run = Shell.run("parse", "--allow-address", "everything", "x.xml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--allow-address").contains("everything");
    }

    @Test
    void aCommandWithoutItsSubcommandIsAUsageError() {
        assertThat(Shell.run().exitCode()).isEqualTo(2);
        assertThat(Shell.run("feeds").exitCode()).isEqualTo(2);
    }

    @Test
    void aLineThatIsNoArticleIsNamedAndTheOthersAreTagged() {
        Shell.Run run =
                Shell.runWith("{\"id\": 1, \"title\": \"a\"}\nnonsense\n{\"id\": 3}\n", "tag");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err()).contains("-:2: no JSON");
    }

    @Test
    void tagsAPlainTextWhoseFirstLineIsTheTitle() throws Exception {
        Path text =
                file(
                        "op-ed.txt",
                        "Talks between Russia and Ukraine go nowhere\n\n"
                                + "Envoys met in Istanbul. Moscow wants territory that its army"
                                + " could not take; Kyiv asks for a ceasefire first.\n");

        Shell.Run run = Shell.run("tag", text.toString());

        assertThat(run.json().path("topics").toString()).isEqualTo("[\"russia-ukraine-war\"]");
    }

    @Test
    void parsesFilesAndFoldersIntoJsonLines() throws Exception {
        file("a.xml", FeedFixture.rss("Paper", FeedFixture.item("1", "One", "text")));
        file("b.xml", "<html><body>no feed</body></html>");

        Shell.Run run = Shell.run("parse", folder.toString());

        assertThat(run.exitCode()).isZero();
        String[] lines = run.out().strip().split("\n");
        JsonNode feed = Json.read(lines[0]);
        assertThat(feed.path("file").asString()).endsWith("a.xml");
        assertThat(feed.path("format").asString()).isEqualTo("rss_2.0");
        assertThat(feed.path("title").asString()).isEqualTo("Paper");
        JsonNode entry = feed.path("entries").path(0);
        assertThat(entry.path("id").asString()).isEqualTo("1");
        assertThat(entry.path("link").asString()).isEqualTo("https://paper.example/1");
        assertThat(entry.path("published").asString()).isEqualTo("2025-05-15T09:00:00Z");
        assertThat(Json.read(lines[1]).path("error").asString()).isEqualTo("HTML");
    }

    @Test
    void parseLeavesLinksOfFilesAsTheyStand() throws Exception {
        file(
                "a.xml",
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>urn:x:1</id></entry>"
                        + "<entry><link href='/2'/></entry></feed>");

        JsonNode entries = Shell.run("parse", folder.toString()).json().path("entries");

        assertThat(entries.path(0).path("link").asString()).isEqualTo("urn:x:1");
        assertThat(entries.path(1).path("link").asString()).isEqualTo("/2");
    }

    @Test
    void parseComparesWithAnotherReadersResults() throws Exception {
        file("a.xml", FeedFixture.rss("Paper", FeedFixture.item("1", "One", "text")));
        Path oracle =
                file(
                        "oracle.jsonl",
                        "{\"f\": \"a.xml\", \"version\": \"rss20\", \"e\": [{\"title\": \"Two\","
                                + " \"id\": \"1\"}]}");

        JsonNode json =
                Shell.run(
                                "parse",
                                "--compare",
                                oracle.toString(),
                                "--output",
                                "json",
                                "--disagreements",
                                "1",
                                folder.toString())
                        .json();
        Shell.Run table = Shell.run("parse", "--compare", oracle.toString(), folder.toString());

        assertThat(json.path("recognised").asDouble()).isEqualTo(100);
        assertThat(json.path("title").asDouble()).isZero();
        assertThat(json.path("id").asDouble()).isEqualTo(100);
        assertThat(json.path("differences")).hasSize(1);
        assertThat(table.out()).contains("recognised  100.0", "title       0.0");
    }

    @Test
    void parseComparesOneFolderOnly() throws Exception {
        Path oracle = file("oracle.jsonl", "");

        Shell.Run run = Shell.run("parse", "--compare", oracle.toString(), oracle.toString());

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("--compare takes the one folder");
    }

    @Test
    void parseRefusesLoopbackUnlessItIsAllowed() throws Exception {
        try (FeedFixture paper = new FeedFixture()) {
            paper.serve("/f.xml", FeedFixture.rss("Paper"));
            String url = paper.url("/f.xml");

            assertThat(Shell.run("parse", url).json().path("error").asString())
                    .isEqualTo("ADDRESS_REFUSED");
            assertThat(
                            Shell.run("parse", "--allow-address", "127.0.0.0/8", url)
                                    .json()
                                    .path("title")
                                    .asString())
                    .isEqualTo("Paper");
        }
    }

    @Test
    void feedsGoInAndOutAndAreChecked() throws Exception {
        try (FeedFixture paper = new FeedFixture()) {
            paper.serve("/f.xml", FeedFixture.rss("Paper", FeedFixture.item("1", "One", "text")));
            Path opml =
                    file(
                            "in.opml",
                            "<opml version='2.0'><body><outline text='Desk'><outline type='rss'"
                                    + " text='Paper' xmlUrl='"
                                    + paper.url("/f.xml")
                                    + "'/></outline></body></opml>");
            String data = folder.resolve("data").toString();

            Shell.Run imported = Shell.run("feeds", "import", "--data", data, opml.toString());
            Shell.Run exported = Shell.run("feeds", "export", "--data", data);
            Shell.Run checked =
                    Shell.run(
                            "feeds",
                            "check",
                            "--data",
                            data,
                            "--allow-address",
                            "127.0.0.1",
                            "--output",
                            "json");

            assertThat(imported.exitCode()).isZero();
            assertThat(exported.out()).contains("Desk").contains(paper.url("/f.xml"));
            assertThat(checked.json().path(0).path("verdict").asString()).isEqualTo("OK");
            assertThat(checked.json().path(0).path("entries").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aFeedListWithAnErrorIsNamedWithItsLine() throws Exception {
        Path list = file("feeds.yaml", "feeds:\n  - {url: \"ftp://x.example/\", title: X}\n");

        Shell.Run run =
                Shell.run(
                        "feeds",
                        "import",
                        "--data",
                        folder.resolve("d").toString(),
                        list.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("feeds.yaml:2:").contains("http");
    }

    @Test
    void anImportLeavesOutWhatCannotBePolledAndCountsIt() throws Exception {
        Path opml =
                file(
                        "in.opml",
                        "<opml version='2.0'><body>\n<outline text='Good'"
                                + " xmlUrl='https://good.example/rss'/>\n<outline text='Bad'"
                                + " xmlUrl='ftp://bad.example/rss'/></body></opml>");
        String data = folder.resolve("data").toString();

        Shell.Run words = Shell.run("feeds", "import", "--data", data, opml.toString());
        Shell.Run json =
                Shell.run("feeds", "import", "--data", data, "--output", "json", opml.toString());

        assertThat(words.exitCode()).isZero();
        assertThat(words.err())
                .contains("in.opml:3: ", "ftp://bad.example/rss")
                .contains("1 feeds imported, 1 left out");
        assertThat(json.json().path("imported").asInt()).isEqualTo(1);
        assertThat(json.json().path("leftOut").asInt()).isEqualTo(1);
        assertThat(json.json().path("feeds").asInt()).isEqualTo(1);
    }

    @Test
    void tagAndParsePrintTablesForPeople() throws Exception {
        file("a.xml", FeedFixture.rss("Paper", FeedFixture.item("1", "One", "text")));
        String war = "{\"id\": 7, \"title\": \"RSF shells el-Fasher market, dozens killed\"}";

        Shell.Run tagged = Shell.runWith(war, "tag", "--output", "table");
        Shell.Run parsed = Shell.run("parse", "--output", "table", folder.toString());

        assertThat(tagged.out()).contains("because", "sudan-civil-war").doesNotContain("{");
        assertThat(parsed.out()).contains("rss_2.0", "Paper").doesNotContain("{");
        assertThat(Shell.runWith(war, "tag", "--output", "json").out())
                .isEqualTo(Shell.runWith(war, "tag").out());
    }

    @Test
    void figuresHaveThreeDecimalsAtMost() {
        JsonNode json =
                Shell.runWith("{\"title\": \"RSF shells el-Fasher market, dozens killed\"}", "tag")
                        .json();

        assertThat(json.path("tags").path(0).path("score").asString()).matches("\\d+\\.\\d{1,3}");
    }

    @Test
    void theFeedListIsExportedAsJsonToo() throws Exception {
        Path list = file("feeds.yaml", "feeds:\n  - {url: \"https://a.example/\", title: A}\n");

        Shell.Run json =
                Shell.run("feeds", "export", "--feeds", list.toString(), "--output", "json");
        Shell.Run table =
                Shell.run("feeds", "export", "--feeds", list.toString(), "--output", "table");

        assertThat(json.json().path(0).path("url").asString()).isEqualTo("https://a.example/");
        assertThat(json.json().path(0).path("enabled").asBoolean()).isTrue();
        assertThat(table.out()).contains("A", "https://a.example/").doesNotContain("{");
    }

    @Test
    void readingTheFeedListMakesNoFile() {
        Path data = folder.resolve("nothing-here");

        Shell.Run exported = Shell.run("feeds", "export", "--data", data.toString());

        assertThat(exported.exitCode()).isZero();
        assertThat(exported.out()).contains("<opml");
        assertThat(data).doesNotExist();
    }

    @Test
    void anEmptyFeedListIsNamedAsSuch() throws Exception {
        Path list = file("empty.yaml", "feeds: []\n");

        Shell.Run checked = Shell.run("feeds", "check", "--feeds", list.toString());

        assertThat(checked.exitCode()).isZero();
        assertThat(checked.err()).contains("the feed list is empty");
    }

    @Test
    void commandsHaveTheFlagsThatTheyUse() {
        assertThat(Shell.run("feeds", "list", "--help").out())
                .contains("--data")
                .doesNotContain("--port", "--feeds", "--allow-address");
        assertThat(Shell.run("up", "--help").out())
                .contains("--data", "--port", "--feeds", "--allow-address");
        assertThat(Shell.run("feeds", "list", "--port", "1").err())
                .contains("unknown option --port");
    }

    @Test
    void choicesAreNamedInLowerCase() {
        assertThat(Shell.run("feeds", "list", "--output", "xml").err())
                .contains("expected table or json, found \"xml\"");
        assertThat(Shell.run("feeds", "export", "--format", "csv").err()).contains("opml or yaml");
        assertThat(Shell.run("up", "--only", "x").err())
                .contains("ingest or enrich or sink or console");
    }

    @Test
    void parseSaysWhatAStatusMeansAndWhichFlagOpensAnAddress() throws Exception {
        try (FeedFixture paper = new FeedFixture()) {
            String url = paper.url("/lost.xml");

            JsonNode lost = Shell.run("parse", "--allow-address", "127.0.0.1", url).json();
            JsonNode refused = Shell.run("parse", url).json();

            assertThat(lost.path("error").asString()).isEqualTo("HTTP_404");
            assertThat(lost.path("errorText").asString()).contains("nothing at this address");
            assertThat(refused.path("errorText").asString()).contains("--allow-address");
        }
    }

    @Test
    void doctorSaysEverythingInFull() throws Exception {
        String missing = folder.resolve("a-folder-with-a-long-name".repeat(4)).toString();

        Shell.Run run = Shell.run("doctor", "--data", missing, "--port", "0");

        assertThat(run.out()).contains(missing).doesNotContain("…").contains("optional");
    }

    @Test
    void pollsEveryFeedOnceStoresEverythingAndSaysSo() throws Exception {
        try (FeedFixture paper = new FeedFixture()) {
            paper.serve(
                    "/f.xml",
                    FeedFixture.rss(
                            "Paper",
                            FeedFixture.item(
                                    "once-1",
                                    "Houthi drones hit ship in the Red Sea",
                                    "Yemen's Houthi movement claimed the attack."),
                            FeedFixture.item("once-2", "Spring fair opens", "Cakes and music.")));
            Path list =
                    file(
                            "feeds.yaml",
                            "feeds:\n  - {url: \"%s\", title: Paper}\n  - {url: \"%s\", title: Lost}\n"
                                    .formatted(paper.url("/f.xml"), paper.url("/lost.xml")));
            String data = folder.resolve("data").toString();
            String[] once = {
                "up",
                "--once",
                "--data",
                data,
                "--feeds",
                list.toString(),
                "--port",
                "0",
                "--allow-address",
                "127.0.0.1",
                "--output",
                "json"
            };

            Shell.Run first = Shell.run(once);
            Shell.Run second = Shell.run(once);
            Shell.Run feeds = Shell.run("feeds", "list", "--data", data, "--output", "json");
            Shell.Run found = Shell.run("search", "--data", data, "--output", "json", "houthi");

            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(first.json().path("published").asInt()).isEqualTo(2);
            assertThat(first.json().path("failing").asInt()).isEqualTo(1);
            assertThat(first.err()).contains("lost.xml", "HTTP_404");
            assertThat(second.json().path("published").asInt()).isZero();
            assertThat(feeds.json()).hasSize(2);
            JsonNode lost = feeds.json().path(0);
            assertThat(lost.path("lastError").asString()).isEqualTo("HTTP_404");
            assertThat(lost.path("lastErrorText").asString()).contains("404");
            assertThat(feeds.json().path(1).path("articles").asInt()).isEqualTo(2);
            assertThat(feeds.json().path(1).path("lastError").isNull()).isTrue();
            assertThat(found.json()).hasSize(1);
            assertThat(found.json().path(0).path("tags").toString()).contains("yemen");
        }
    }

    @Test
    void aServerThatAsksToBeLeftAloneHoldsNobodyUp() throws Exception {
        try (FeedFixture paper = new FeedFixture()) {
            paper.serve("/busy.xml", 429, "text/plain", "later");
            Path list =
                    file(
                            "feeds.yaml",
                            "feeds:\n  - {url: \"%s\", title: A}\n  - {url: \"%s\", title: B}\n"
                                    .formatted(paper.url("/busy.xml"), paper.url("/busy.xml?b")));
            String[] once = {
                "up",
                "--once",
                "--data",
                folder.resolve("data").toString(),
                "--feeds",
                list.toString(),
                "--port",
                "0",
                "--allow-address",
                "127.0.0.1",
                "--output",
                "json"
            };

            Shell.Run run = Shell.run(once);

            assertThat(run.exitCode()).as("no feed is healthy: %s", run.err()).isEqualTo(1);
            assertThat(run.json().path("feeds").asInt()).isEqualTo(2);
            assertThat(run.json().path("failing").asInt() + run.json().path("held").asInt())
                    .isEqualTo(2);
            assertThat(run.json().path("held").asInt()).isEqualTo(1);
            JsonNode server = run.json().path("heldServers").path(0);
            assertThat(server.path("reason").asString())
                    .contains("127.0.0.1:", "asked to be left alone until");
            assertThat(server.path("feeds").path(0).asString()).contains("/busy.xml");
            assertThat(run.err()).contains("held: http://127.0.0.1:", "left alone until");
        }
    }

    @Test
    void aPortInUseIsNamedWithTheFlagThatHelps() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Path list = file("feeds.yaml", "feeds: []\n");
            Shell.Run run =
                    Shell.run(
                            "up",
                            "--data",
                            folder.resolve("data").toString(),
                            "--feeds",
                            list.toString(),
                            "--port",
                            Integer.toString(taken.getLocalPort()));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .contains(Integer.toString(taken.getLocalPort()))
                    .contains("--port");
            assertThat(folder.resolve("data").resolve("kafka"))
                    .as("found before the broker was started")
                    .doesNotExist();
        }
    }

    @Test
    void aDatabaseThatRefusesIsNamedWithoutThePassword() throws Exception {
        Path config =
                file(
                        "c.yaml",
                        "postgres: {url: \"jdbc:postgresql://127.0.0.1:1/none\", password: hush}\n");

        Shell.Run run =
                Shell.run(
                        "search",
                        "--config",
                        config.toString(),
                        "--data",
                        folder.toString(),
                        "word");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("127.0.0.1:1/none").doesNotContain("hush");
    }

    @Test
    void askingAnEmptyFolderSaysWhatToDo() {
        Shell.Run run = Shell.run("feeds", "list", "--data", folder.resolve("new").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("./tocsin up").contains("--data");
    }

    @Test
    void doctorFindsNothingWrongWithADefaultInstallation() {
        Shell.Run run =
                Shell.run("doctor", "--data", folder.toString(), "--port", "0", "--output", "json");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("taxonomy", "feed list", "postgres");
    }
}
