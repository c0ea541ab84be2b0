package dev.tocsin.enrich.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

class EvaluationTest {
    private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

    private final GoldReader reader = new GoldReader(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Evaluation evaluation = new Evaluation();

    private void judge(String json, String... found) {
        GoldArticle article = reader.read(1, json.replace('\'', '"'));
        evaluation.judge(article, new Answer(Set.of(found), Optional.of(Set.of("ceasefire"))));
    }

    @Test
    void countsHitsMissesAndWrongTagsButNotOptionalOnes() {
        judge("{'labels': ['yemen', 'syria'], 'lang': 'en'}", "yemen", "libya");
        judge("{'labels': ['yemen'], 'optional': ['libya'], 'lang': 'fr'}", "yemen", "libya");

        Tally micro = evaluation.topics().micro();
        assertThat(micro.hits()).isEqualTo(2);
        assertThat(micro.misses()).isEqualTo(1);
        assertThat(micro.wrong()).isEqualTo(1);
        assertThat(micro.precision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(micro.recall()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(Objects.requireNonNull(evaluation.byLanguage().get("fr")).micro().f1())
                .isEqualTo(1);
        assertThat(evaluation.mistakes())
                .extracting(Evaluation.Mistake::topic, Evaluation.Mistake::missed)
                .containsExactly(tuple("libya", false), tuple("syria", true));
    }

    @Test
    void theMacroFigureLeavesOutRareTopics() {
        for (int i = 0; i < 3; i++) {
            judge("{'labels': ['yemen']}", "yemen");
        }
        judge("{'labels': ['syria']}");
        assertThat(evaluation.topics().macroF1(3)).isEqualTo(1);
        assertThat(evaluation.topics().macroF1(1)).isEqualTo(0.5);
    }

    @Test
    void untopicalArticlesAndHardNegativesAreCounted() {
        judge("{'labels': [], 'hard_negative': true}", "yemen");
        judge("{'labels': []}");
        judge("{'labels': [], 'optional': ['yemen']}", "yemen");

        assertThat(evaluation.untopical().count()).isEqualTo(2);
        assertThat(evaluation.untopical().tagged()).isEqualTo(1);
        assertThat(evaluation.untopical().share()).isEqualTo(0.5);
        assertThat(evaluation.untopical().hardNegatives()).isEqualTo(1);
        assertThat(evaluation.untopical().hardNegativesTagged()).isEqualTo(1);
        assertThat(evaluation.silent()).isEqualTo(1);
    }

    @Test
    void constructedArticlesAreReportedApart() {
        judge("{'labels': ['yemen'], 'label_method': 'constructed positive'}");
        judge("{'labels': ['yemen'], 'label_method': 'read'}", "yemen");
        assertThat(evaluation.topics().micro().f1()).isLessThan(1);
        assertThat(evaluation.withoutConstructed().micro().f1()).isEqualTo(1);
    }

    @Test
    void eventsAreJudgedWhereTheyAreLabelled() {
        assertThat(evaluation.events()).isEmpty();
        judge("{'labels': ['yemen'], 'events': null}", "yemen");
        assertThat(evaluation.events()).isEmpty();
        judge("{'labels': ['yemen'], 'events': ['ceasefire', 'protest']}", "yemen");
        Tally events = evaluation.events().orElseThrow().micro();
        assertThat(events.hits()).isEqualTo(1);
        assertThat(events.misses()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-21, 2025-05-21",
        "2025-05-21T10:00:00Z, 2025-05-21",
        "2025-05, 2025-05-31",
        "2023-10/2024-01, 2023-10-31",
        "2024, 2024-12-31",
        "05/21/2022, 2022-12-31"
    })
    void aDateStandsForItsEnd(String date, String day) {
        GoldArticle article = reader.read(1, "{\"labels\": [], \"date\": \"%s\"}".formatted(date));
        assertThat(article.at()).isEqualTo(Instant.parse(day + "T00:00:00Z"));
    }

    @Test
    void anArticleWithoutADateIsOfToday() {
        assertThat(reader.read(1, "{\"labels\": []}").at()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [1, 2]                          | expected a JSON object
                    {"labels":                      | no JSON
                    {"title": "x"}                  | "labels" is missing
                    {"labels": [1]}                 | expected slugs, not 1
                    {"labels": [], "title": 7}      | "title": expected a text, not 7
                    {"labels": [], "date": "May"}   | date "May": expected
                    {"labels": [], "date": "2025-13-40"} | date "2025-13-40": expected
                    """)
    void aLineThatIsNoArticleSaysWhy(String line, String message) {
        assertThatThrownBy(() -> reader.read(1, line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
