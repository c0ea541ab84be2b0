package dev.tocsin.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.app.command.FeedAgreement.Disagreement;
import dev.tocsin.app.command.FeedAgreement.Field;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

class FeedComparisonTest {
    /** A folder with documents and, in it, an oracle's results as JSON lines. */
    private static final String FOLDER = "tocsin.oracle.folder";

    private static final String RESULTS = "tocsin.oracle.results";

    @TempDir Path folder;

    private FeedAgreement compare(String oracle) throws Exception {
        Path results = Files.writeString(folder.resolve("oracle.jsonl"), oracle);
        return FeedComparison.run(results, folder);
    }

    private void feed(String name, String items) throws Exception {
        Files.writeString(
                folder.resolve(name),
                "<rss version='2.0'><channel><title>T</title>" + items + "</channel></rss>");
    }

    @Test
    void countsWhatAgreesPlaceByPlace() throws Exception {
        feed(
                "a.xml",
                """
                <item><title>One &amp;lt;b&gt;</title><link>http://a.example/1</link><guid isPermaLink="false">1</guid>
                <pubDate>Tue, 05 May 2026 07:00:00 GMT</pubDate></item><item><title>Two</title></item>
                """);

        FeedAgreement agreement =
                compare(
                        """
                        {"f": "a.xml", "version": "rss20", "n": 2, "e": [
                          {"title": "One <i>&lt;b></i>", "link": "http://a.example/1", "id": "1", "pub": null, "upd": 1777964400},
                          {"title": "Three", "link": null, "id": "2", "pub": null, "upd": null}]}
                        """
                                .replace("\n", ""));

        assertThat(agreement.recognised()).isEqualTo(100);
        assertThat(agreement.agreed(Field.TITLE)).isEqualTo(50);
        assertThat(agreement.agreed(Field.LINK)).isEqualTo(100);
        assertThat(agreement.agreed(Field.ID)).isEqualTo(50);
        assertThat(agreement.agreed(Field.DATE)).isEqualTo(100);
        assertThat(agreement.disagreements())
                .containsExactly(
                        new Disagreement("a.xml", 1, Field.TITLE, "Three", "Two"),
                        new Disagreement("a.xml", 1, Field.ID, "2", ""));
    }

    @Test
    void anEntryThatOnlyOneHasAgreesInNothing() throws Exception {
        feed("a.xml", "<item/><item/>");
        feed("b.xml", "<item/><item/>");

        FeedAgreement agreement =
                compare(
                        """
                        {"f": "a.xml", "version": "rss20", "n": 3, "e": [{}, {}, {}]}
                        {"f": "b.xml", "version": "rss20", "n": 9, "e": [{}]}
                        """);

        assertThat(agreement.places()).isEqualTo(4);
        assertThat(agreement.agreed(Field.DATE)).isEqualTo(75);
    }

    @Test
    void aFeedThatGivesAnErrorIsNotRecognised() throws Exception {
        feed("a.xml", "");
        Files.writeString(folder.resolve("b.xml"), "<html></html>");
        Files.writeString(folder.resolve("c.xml"), "<html></html>");

        FeedAgreement agreement =
                compare(
                        """
                        {"f": "a.xml", "version": "rss20", "n": 0, "e": []}
                        {"f": "b.xml", "version": "", "n": 0, "e": []}
                        {"f": "c.xml", "version": "atom10", "n": 0, "e": []}
                        """);

        assertThat(agreement.documents()).isEqualTo(3);
        assertThat(agreement.feeds()).isEqualTo(2);
        assertThat(agreement.recognised()).isEqualTo(50, within(0.01));
        assertThat(agreement.unrecognised()).singleElement().asString().startsWith("c.xml: HTML");
    }

    @Test
    void aBadLineOrAMissingFileIsNamed() {
        assertThatThrownBy(() -> compare("{}\n{oops"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("oracle.jsonl:2");
        assertThatThrownBy(() -> compare("{\"f\": \"lost.xml\"}"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("lost.xml");
    }

    /** Runs where both properties are given, on whatever they name. */
    @TestFactory
    Stream<DynamicTest> agreesWithAnotherReader() {
        return property(FOLDER)
                .flatMap(documents ->
                        property(RESULTS)
                                .map(results ->
                                        DynamicTest.dynamicTest(
                                                results.toString(),
                                                () -> agree(results, documents))))
                .stream();
    }

    private static Optional<Path> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).map(Path::of);
    }

    private static void agree(Path results, Path documents) {
        FeedAgreement agreement = FeedComparison.run(results, documents);
        assertThat(agreement.recognised()).as("recognised").isGreaterThanOrEqualTo(99.5);
        assertThat(agreement.agreed(Field.TITLE)).as("title").isGreaterThanOrEqualTo(99);
        assertThat(agreement.agreed(Field.LINK)).as("link").isGreaterThanOrEqualTo(98);
        assertThat(agreement.agreed(Field.ID)).as("id").isGreaterThanOrEqualTo(99);
        assertThat(agreement.agreed(Field.DATE)).as("date").isGreaterThanOrEqualTo(98);
    }
}
