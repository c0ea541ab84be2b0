package dev.tocsin.enrich.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.enrich.explain.Explanation;
import dev.tocsin.enrich.explain.QuotedHit;
import dev.tocsin.enrich.text.Reading;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.yaml.YamlFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class AnnotationExplainerTest {
    private static AnnotationData data;

    @BeforeAll
    static void read() throws Exception {
        data =
                AnnotationData.read(
                        Map.of(
                                AnnotationKind.EVENTS,
                                List.of(
                                        file(
                                                "events/raid.yaml",
                                                """
                                                slug: raid
                                                names: {en: Raid}
                                                scope: s
                                                yieldsTo: [protest]
                                                strong: {en: [cattle raid*, raided]}
                                                weak: {en: [cattle, herder*, stolen, driven off]}
                                                pairs: {en: [{first: [zebu], second: [taken], within: 3}]}
                                                exclusions: {en: [cattle market]}
                                                """)),
                                AnnotationKind.PLACES,
                                List.of(
                                        file(
                                                "places/mine.yaml",
                                                """
                                                SD: [{name: Amaurot, at: [1, 2]}]
                                                SS: [{name: "Amaurot (South)", at: [3, 4], names: [Amaurot]}]
                                                """)),
                                AnnotationKind.ACTORS,
                                List.of(
                                        file(
                                                "actors/mine.yaml",
                                                """
                                                kind: armed-group
                                                actors:
                                                  - {id: guard, name: Guard, country: SD, names: [Delta Guard]}
                                                  - {id: guards, name: Guards, names: [Delta Guard Front]}
                                                  - {id: dawn, name: Dawn, names: [Zélo Dawn, Zelo Dawn, Dawn Brigade]}
                                                """))));
    }

    private static YamlFile file(String name, String text) throws Exception {
        return YamlFile.read(name, text);
    }

    private static AnnotationExplainer explainer(String title, String summary, String body) {
        return new AnnotationExplainer(data, "en", Reading.of(title, summary, Optional.of(body)));
    }

    private static Explanation raid(String title, String summary) {
        return explainer(title, summary, "")
                .events()
                .explain(data.eventTypes().find("raid").orElseThrow());
    }

    private static Explanation place(String id, String title) {
        return explainer(title, "", "").places().explain(data.gazetteer().find(id).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Rain at last               | ''                 | none of its terms stands in title or lead
                    Cattle and herders are fine | ''                | score 0.80 below 1.0: a strong term or a pair counts 1.0 in the title and 0.4 in the lead
                    A cattle market opens      | ''                 | “cattle” (title) does not count: it is part of “cattle market” (title), an exclusion of this event type
                    Zebu herd is not at all taken | ''              | “Zebu” (title) begins a pair, but no partner stands within 3 words in its sentence
                    Rioters: herders, cattle, stolen. Riot police fire tear gas at protesters | '' | no strong term, so that it yields to protest
                    """)
    void an_event_type_that_is_not_told_has_the_condition_that_failed(
            String title, String summary, String reason) {
        Explanation explanation = raid(title, summary);
        assertThat(explanation.isFound()).isFalse();
        assertThat(explanation.reasons()).anyMatch(each -> each.startsWith(reason));
    }

    @Test
    void what_stands_too_far_behind_or_in_the_body_is_told_of() {
        assertThat(raid("Rain", "dry. ".repeat(90) + "cattle raids").reasons())
                .contains(
                        "“cattle raids” (summary) stands behind the first 400 characters, which alone"
                                + " are read");
        Explanation body =
                explainer("Rain", "It rains.", "Herders raided a village.")
                        .events()
                        .explain(data.eventTypes().find("raid").orElseThrow());
        assertThat(body.reasons())
                .containsExactly(
                        "“raided” (body) does not count: event types are told from title and lead");
    }

    @Test
    void a_type_that_is_told_shows_its_hits_with_the_taggers_own_score() {
        String title = "Herders raided a village";
        Explanation explanation = raid(title, "");
        List<EventTag> tags =
                new Annotator(data)
                        .annotate("en", Reading.of(title, "", Optional.of("")))
                        .eventTypes();
        assertThat(explanation.isFound()).isTrue();
        assertThat(tags)
                .filteredOn(tag -> tag.getType().equals("raid"))
                .extracting(EventTag::getScore)
                .containsExactly(explanation.score());
        assertThat(explanation.evidence())
                .extracting(QuotedHit::quote)
                .containsExactly("[Herders] raided a village", "Herders [raided] a village");
        assertThat(explanation.reasons()).isEmpty();
    }

    @Test
    void a_spelling_that_is_near_is_told_of() {
        assertThat(raid("Herdr pass", "").nearTerms())
                .containsExactly("“herdr” is near the term “herder*”");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sd         | South Sudan and Kenya      | “Sudan” (title) does not count: it is part of “South Sudan” (title), a name of ss
                    jo         | Michael Jordan is back in town | “Jordan” (title) does not count: it is part of “Michael Jordan” (title), which names no place
                    td         | He met Chad Miller at the old town hall yesterday | “Chad” (title) is taken for a name of a person: a word with a capital follows
                    moscow-ru  | A fire burns in Moscow, Idaho | “Moscow” (title) lies in the USA: a comma and a state follow
                    amaurot-sd | Amaurot is in South Sudan  | “Amaurot” (title) is taken for amaurot-south-ss: the text names its country more often (1 to 0)
                    amaurot-south-ss | Amaurot is quiet     | “Amaurot” (title) is taken for amaurot-sd, which comes first among places of that name: nothing in the text speaks for amaurot-south-ss more
                    amaurot-sd | Rain at last               | none of its names stands in the text
                    """)
    void a_place_that_is_not_found_has_what_took_its_name(String id, String title, String reason) {
        Explanation explanation = place(id, title);
        assertThat(explanation.isFound()).isFalse();
        assertThat(explanation.reasons()).containsExactly(reason);
    }

    @Test
    void a_country_takes_in_its_places_and_half_of_its_actors() {
        Explanation explanation = place("sd", "Delta Guard leaves Amaurot");
        assertThat(explanation.isFound()).isTrue();
        assertThat(explanation.score()).isEqualTo(1.0);
        assertThat(explanation.evidence())
                .extracting(QuotedHit::role, QuotedHit::text, QuotedHit::weight)
                .containsExactly(
                        tuple("place", "Amaurot", 3.0), tuple("actor", "Delta Guard", 1.5));
    }

    @ParameterizedTest
    @CsvSource({
        "Zelo Dawn marches, 1",
        "Zelo Dawn Brigade marches, 1",
        "Zelo Dawn meets Dawn Brigade, 2",
        "Zelo Dawn Zelo Dawn, 2"
    })
    void names_of_an_actor_in_the_same_words_count_once(String title, int count) {
        var actors = explainer(title, "", "").actors();
        assertThat(actors.explain(data.actors().find("dawn").orElseThrow()))
                .satisfies(dawn -> assertThat(dawn.score()).isEqualTo(count))
                .satisfies(dawn -> assertThat(dawn.evidence()).hasSize(count))
                .satisfies(dawn -> assertThat(dawn.reasons()).isEmpty());
    }

    @Test
    void an_actor_is_hidden_by_a_longer_name() {
        var actors = explainer("Delta Guard Front is formed", "", "").actors();
        assertThat(actors.explain(data.actors().find("guard").orElseThrow()).reasons())
                .containsExactly(
                        "“Delta Guard” (title) does not count: it is part of “Delta Guard Front”"
                                + " (title), a name of guards");
        assertThat(actors.explainAll())
                .extracting(Explanation::id, Explanation::isFound)
                .containsExactly(tuple("guards", true), tuple("guard", false));
    }

    @Test
    void all_that_is_found_or_was_nearly_is_explained() {
        AnnotationExplainer explainer =
                explainer("Herders raided Amaurot in South Sudan", "Cattle taken", "");
        assertThat(explainer.events().explainAll()).extracting(Explanation::id).contains("raid");
        assertThat(explainer.places().explainAll())
                .extracting(Explanation::id, Explanation::isFound)
                .contains(
                        tuple("ss", true),
                        tuple("amaurot-south-ss", true),
                        tuple("amaurot-sd", false),
                        tuple("sd", false));
    }
}
