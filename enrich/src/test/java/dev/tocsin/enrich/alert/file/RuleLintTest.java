package dev.tocsin.enrich.alert.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.lint.Finding;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class RuleLintTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Taxonomy TAXONOMY =
            new Taxonomy(
                    "v1",
                    List.of(
                            topic("desert-war", Optional.empty()),
                            topic("coming-war", Optional.of(TODAY.plusDays(1)))),
                    List.of(),
                    List.of(),
                    List.of());
    private static final KnownNames NAMES =
            new KnownNames(List.of("desert-war", "coming-war"), List.of(), List.of(), Map.of());

    private static ConflictTopic topic(String slug, Optional<LocalDate> starts) {
        return new ConflictTopic(
                slug,
                new TreeMap<>(Map.of("en", slug)),
                slug,
                starts,
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<String> findings(String rule) {
        String yaml = "targets: {desk: {}}\nrules:\n  a: {to: desk, " + rule + "}";
        RuleList list = RuleFile.read("alerts.yaml", yaml, NAMES);
        return RuleLint.check("alerts.yaml", list, TAXONOMY, TODAY).stream()
                .map(Finding::toString)
                .toList();
    }

    @Test
    void a_good_rule_has_no_findings() {
        assertThat(findings("topics: desert-war, origins: 2, updates: [5]")).isEmpty();
    }

    @Test
    void mistakes_are_errors() {
        assertThat(findings("topics: dessert-war"))
                .containsExactly(
                        "alerts.yaml:3: error: unknown conflict topic \"dessert-war\"; did you mean"
                                + " \"desert-war\"?",
                        "alerts.yaml:3: warning: rule \"a\" asks for nothing: every story fits");
    }

    @Test
    void a_rule_whose_conditions_contradict_each_other_can_never_fire() {
        assertThat(findings("languages: uk, keywords: {en: [drone]}"))
                .containsExactly(
                        "alerts.yaml:3: warning: rule \"a\" can never fire: its keywords are of"
                                + " other languages than its articles");
        assertThat(findings("languages: uk, keywords: {en: [drone], uk: [дрон]}"))
                .containsExactly(
                        "alerts.yaml:3: warning: rule \"a\" never looks for \"drone\": its articles"
                                + " are of other languages");
        assertThat(findings("topics: coming-war"))
                .singleElement()
                .asString()
                .contains("cannot fire yet: all its topics start after today");
        assertThat(findings("publishers: [A, B], origins: 3"))
                .singleElement()
                .asString()
                .contains("asks for 3 independent origins and lists 2 publishers");
    }

    @Test
    void a_rule_that_asks_nothing_is_doubtful() {
        assertThat(findings("name: All")).singleElement().asString().contains("every story fits");
    }

    @Test
    void an_update_below_the_threshold_is_never_told() {
        assertThat(findings("topics: desert-war, origins: 5, updates: [3]"))
                .singleElement()
                .asString()
                .contains("never tells of an update at 3 origins: it is raised at 5");
    }

    @Test
    void related_tags_without_topics_mean_nothing() {
        assertThat(findings("keywords: [drone], confirmed: false"))
                .singleElement()
                .asString()
                .contains("means nothing without \"topics\"");
    }

    @Test
    void a_rule_that_tells_nobody_is_doubtful() {
        RuleList list = RuleFile.read("alerts.yaml", "rules: {a: {topics: desert-war}}", NAMES);
        assertThat(RuleLint.check("alerts.yaml", list, TAXONOMY, TODAY))
                .extracting(Finding::message)
                .containsExactly(
                        "rule \"a\" tells nobody: its alerts stand on the page, in the API and in"
                                + " Kafka only");
    }
}
