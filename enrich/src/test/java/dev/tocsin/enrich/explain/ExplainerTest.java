package dev.tocsin.enrich.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.tag.ArticleText;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.TaxonomyReader;
import dev.tocsin.schemas.Tier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

class ExplainerTest {
    private static final Instant TODAY = Instant.parse("2025-06-01T12:00:00Z");

    @TempDir private Path folder;
    private Taxonomy taxonomy;

    @BeforeEach
    void writeTaxonomy() throws Exception {
        Files.writeString(folder.resolve("_context.yaml"), "context:\n  en: [war, shelled]\n");
        Files.writeString(
                folder.resolve("_exclusions.yaml"),
                "exclusions:\n  en: [football]\nmasks:\n  en: [price war]\n");
        Files.writeString(
                folder.resolve("utopia.yaml"),
                """
                slug: utopia
                names: {en: Utopian war}
                scope: The war in Utopia.
                starts: 2023-04-15
                strong: {en: [Amaurot, UPA!]}
                weak: {en: [Utopia]}
                pairs:
                  - {first: [Achoria], second: [Polylerit*], within: 3}
                exclusions: {en: [Utopia Airways]}
                """);
        Files.writeString(
                folder.resolve("zembla.yaml"),
                "slug: zembla\nnames: {en: x}\nscope: s\nstrong: {en: [Zembla, Onhava]}\n");
        taxonomy = TaxonomyReader.read(folder);
    }

    private Explanation explain(String title, String summary, Instant at) {
        return new Explainer(taxonomy)
                .explain(
                        taxonomy.find("utopia").orElseThrow(),
                        new ArticleText("en", title, summary, Optional.empty(), at));
    }

    private Explanation explain(String title) {
        return explain(title, "", TODAY);
    }

    @Test
    void quotesTheHitsOfATag() {
        Explanation explanation = explain("Rebels have shelled Amaurot again");
        assertThat(explanation.tier()).isEqualTo(Tier.CONFIRMED);
        assertThat(explanation.reasons()).isEmpty();
        QuotedHit hit = explanation.evidence().getFirst();
        assertThat(hit.quote()).isEqualTo("Rebels have shelled [Amaurot] again");
        assertThat(hit.weight()).isPositive();
    }

    @Test
    void saysThatAWeakTermHasNoContext() {
        Explanation explanation = explain("Utopia names a minister");
        assertThat(explanation.tier()).isEqualTo(Tier.UNKNOWN);
        assertThat(explanation.reasons())
                .containsExactly(
                        "no strong term",
                        "weak terms “Utopia” (title) found, but no context word within 20 words");
    }

    @Test
    void saysThatTheConflictHadNotBegun() {
        Explanation explanation =
                explain("Amaurot shelled", "", Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(explanation.reasons())
                .first()
                .isEqualTo("start date 2023-04-15 is after the article's date (2020-01-01)");
    }

    @Test
    void saysThatThePartnerOfAPairIsFarAway() {
        Explanation explanation =
                explain("Achoria has not spoken for a long time with the Polylerites");
        assertThat(explanation.reasons())
                .contains("“Achoria” (title) begins a pair, but no partner stands close enough");
    }

    @Test
    void saysWhichLongerPhraseHidesATerm() {
        assertThat(explain("Utopia Airways in price war").reasons())
                .contains(
                        "“Utopia” (title) does not count: it is part of “Utopia Airways” (title)");
    }

    @Test
    void saysWhichWordsOfAnotherWorldStandThere() {
        assertThat(explain("Utopia wins at football").reasons())
                .contains(
                        "words of another world weigh against it: “football” (title), beside 0"
                                + " words of conflict");
    }

    @Test
    void saysByHowMuchTheScoreFallsShort() {
        Explanation related = explain("Utopia names a minister", "The war goes on.", TODAY);
        assertThat(related.score()).isPositive().isLessThan(2);
        assertThat(related.reasons())
                .anyMatch(reason -> reason.matches("score 1\\.\\d+ below 2\\.0"));
    }

    @Test
    void saysWhichTopicIsFarAhead() {
        Explanation behind =
                explain(
                        "Zembla and Onhava at war: the Zembla front",
                        "Amaurot hears of the war.",
                        TODAY);
        assertThat(behind.reasons())
                .anyMatch(reason ->
                        reason.contains("of the best topic's score (zembla:")
                                || reason.contains("below 2.0"));
    }

    @Test
    void saysThatAnotherTopicIsBetterKnown() {
        Explanation behind = explain("Utopia hears of war: Zembla and Onhava shelled", "", TODAY);
        assertThat(behind.reasons())
                .anyMatch(reason ->
                        reason.contains("70 % of the score of a topic that strong terms tell"));
    }

    @Test
    void namesTermsThatAreSpeltNearly() {
        Explanation explanation = explain("Amaurod and the upa, says the mayor");
        assertThat(explanation.reasons()).contains("none of its terms stands in the text");
        assertThat(explanation.nearTerms())
                .containsExactlyInAnyOrder(
                        "“amaurod” is near the term “Amaurot”", "“upa” is near the term “UPA”");
    }
}
