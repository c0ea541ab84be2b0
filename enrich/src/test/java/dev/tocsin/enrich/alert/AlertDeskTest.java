package dev.tocsin.enrich.alert;

import static dev.tocsin.enrich.alert.Samples.NOON;
import static dev.tocsin.enrich.alert.Samples.article;
import static dev.tocsin.enrich.alert.Samples.placed;
import static dev.tocsin.enrich.alert.Samples.rule;
import static dev.tocsin.enrich.alert.Samples.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertEvidence;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.NewsStory;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

class AlertDeskTest {
    private static final AlertRule.Builder RULE =
            rule("strikes").setConflictTopics(List.of("desert-war"));

    private final List<Alert> alerts = new ArrayList<>();

    private static AlertDesk desk(int origins) {
        return desk(AlertRule.newBuilder(RULE).setMinOrigins(origins));
    }

    private static AlertDesk desk(AlertRule.Builder... rules) {
        return new AlertDesk(
                RuleBook.of(List.of(rules).stream().map(AlertRule.Builder::build).toList()));
    }

    private StoryAlerts take(AlertDesk.Decision decision) {
        alerts.addAll(decision.alerts());
        return StoryAlerts.ofBytes(decision.memory().toBytes());
    }

    private StoryAlerts file(AlertDesk desk, StoryAlerts memory, String id, String origin) {
        return take(desk.filed(memory, placed(article(id).build(), origin), story("s1"), NOON));
    }

    private StoryAlerts move(
            AlertDesk desk, StoryAlerts from, StoryAlerts to, String id, NewsStory story) {
        return take(desk.refiled(to, from.of(id), story, NOON));
    }

    @Test
    void a_rule_is_raised_once_enough_independent_origins_report() {
        AlertDesk desk = desk(2);
        StoryAlerts memory = file(desk, StoryAlerts.NONE, "a1", "Herald");
        memory = file(desk, memory, "a2", "Herald");
        assertThat(alerts).isEmpty();
        file(desk, memory, "a3", "Gazette");
        assertThat(alerts)
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.getSequence()).isEqualTo(1);
                    assertThat(alert.getIndependentOrigins()).isEqualTo(2);
                    assertThat(alert.getArticles()).isEqualTo(3);
                    assertThat(alert.getStoryArticles()).isEqualTo(7);
                    assertThat(alert.getSubject()).isEqualTo("s1");
                    assertThat(alert.getTitle()).isEqualTo("Depot in Merv burns");
                    assertThat(alert.getConflictTopics()).containsExactly("desert-war");
                    assertThat(alert.getTaxonomyVersion()).isEqualTo("t1");
                    assertThat(alert.getEvidence())
                            .extracting(AlertEvidence::getArticleId)
                            .containsExactly("a1", "a2", "a3");
                });
    }

    @Test
    void an_alert_says_why_in_a_sentence() {
        AlertDesk desk = desk(2);
        StoryAlerts memory = file(desk, StoryAlerts.NONE, "a1", "Herald");
        Placed copy = new Placed(article("a2").build(), "s1", true, "Herald");
        memory = take(desk.filed(memory, copy, story("s1"), NOON));
        file(desk, memory, "a3", "Gazette");
        assertThat(alerts.getFirst().getText())
                .isEqualTo(
                        "2 independent origins report it (3 articles, 1 of them a copy):"
                                + " desert-war; first by Herald at 12:00 UTC");
    }

    @Test
    void the_first_report_of_another_day_is_told_with_its_day() {
        var unused =
                take(
                        desk(1).filed(
                                        StoryAlerts.NONE,
                                        placed(article("a1").build(), "Herald"),
                                        story("s1"),
                                        NOON.plus(Duration.ofDays(1))));
        assertThat(alerts.getFirst().getText()).endsWith("first by Herald on 2 March, 12:00 UTC");
    }

    @Test
    void later_articles_update_the_alert_under_its_id() {
        AlertDesk desk = desk(1);
        StoryAlerts memory = file(desk, StoryAlerts.NONE, "a1", "Herald");
        file(desk, memory, "a2", "Gazette");
        assertThat(alerts).extracting(Alert::getSequence).containsExactly(1, 2);
        assertThat(alerts).extracting(Alert::getId).containsOnly(alerts.getFirst().getId());
        assertThat(UUID.fromString(alerts.getFirst().getId()).version()).isEqualTo(5);
        assertThat(alerts.getLast().getIndependentOrigins()).isEqualTo(2);
    }

    @Test
    void the_same_inputs_give_the_same_alerts() {
        file(desk(1), StoryAlerts.NONE, "a1", "Herald");
        file(desk(1), StoryAlerts.NONE, "a1", "Herald");
        assertThat(alerts.getFirst()).isEqualTo(alerts.getLast());
    }

    @Test
    void articles_that_do_not_fit_change_nothing() {
        AlertDesk desk = desk(1);
        StoryAlerts memory = file(desk, StoryAlerts.NONE, "a1", "Herald");
        AlertDesk.Decision decision =
                desk.filed(
                        memory,
                        placed(article("a2").setTags(List.of()).build(), "Gazette"),
                        story("s1"),
                        NOON);
        assertThat(decision.alerts()).isEmpty();
        assertThat(decision.memory()).isSameAs(memory);
    }

    @Test
    void an_article_filed_again_neither_counts_twice_nor_tells_twice() {
        AlertDesk desk = desk(1);
        StoryAlerts memory = file(desk, StoryAlerts.NONE, "a1", "Herald");
        memory = file(desk, memory, "a1", "Herald");
        assertThat(alerts).hasSize(1);
        file(desk, memory, "a2", "Gazette");
        assertThat(alerts.getLast().getArticles()).isEqualTo(2);
    }

    @Test
    void a_revision_that_no_longer_fits_is_taken_out() {
        AlertDesk desk = desk(2);
        StoryAlerts memory = file(desk, StoryAlerts.NONE, "a1", "Herald");
        Placed revised = placed(article("a1").setTags(List.of()).build(), "Herald");
        memory = take(desk.filed(memory, revised, story("s1"), NOON));
        assertThat(memory.isEmpty()).isTrue();
        file(desk, memory, "a2", "Gazette");
        assertThat(alerts).isEmpty();
    }

    @Test
    void an_article_that_moves_takes_its_match_along() {
        AlertDesk desk = desk(2);
        StoryAlerts first = file(desk, StoryAlerts.NONE, "a1", "Herald");
        StoryAlerts second = file(desk, StoryAlerts.NONE, "b1", "Gazette");
        assertThat(desk.moved(first, "a1").isEmpty()).isTrue();
        move(desk, first, second, "a1", story("s2"));
        assertThat(alerts)
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.getIndependentOrigins()).isEqualTo(2);
                    assertThat(alert.getEvidence())
                            .allSatisfy(each -> assertThat(each.getQuotes()).isNotEmpty());
                });
    }

    @Test
    void an_article_of_an_alert_does_not_wake_the_rule_again_elsewhere() {
        AlertDesk desk = desk(1);
        StoryAlerts first = file(desk, StoryAlerts.NONE, "a1", "Herald");
        StoryAlerts second = move(desk, first, StoryAlerts.NONE, "a1", story("s2"));
        assertThat(alerts).hasSize(1);
        var unused =
                take(
                        desk.filed(
                                second,
                                placed(article("b1").build(), "Gazette"),
                                story("s2"),
                                NOON));
        assertThat(alerts).hasSize(2);
        assertThat(alerts.getLast().getId()).isNotEqualTo(alerts.getFirst().getId());
        assertThat(alerts.getLast().getArticles()).isEqualTo(2);
    }

    @Test
    void articles_after_the_first_alert_do_not_wake_the_rule_elsewhere_either() {
        AlertDesk desk = desk(1);
        StoryAlerts first = file(desk, StoryAlerts.NONE, "a1", "Herald");
        first = file(desk, first, "a2", "Gazette");
        move(desk, first, StoryAlerts.NONE, "a2", story("s2"));
        assertThat(alerts).hasSize(2);
    }

    @Test
    void an_absorbed_storys_alert_goes_on_under_its_id() {
        AlertDesk desk = desk(2);
        StoryAlerts from = file(desk, StoryAlerts.NONE, "a1", "Herald");
        from = file(desk, from, "a2", "Gazette");
        StoryAlerts into = file(desk, StoryAlerts.NONE, "b1", "Courier");
        into = take(desk.absorbed(into, from, story("s2"), NOON));
        assertThat(alerts).extracting(Alert::getSequence).containsExactly(1, 2);
        assertThat(alerts).extracting(Alert::getId).containsOnly(alerts.getFirst().getId());
        assertThat(alerts.getLast().getSubject()).isEqualTo("s2");
        assertThat(alerts.getLast().getIndependentOrigins()).isEqualTo(3);
        file(desk, into, "b2", "Tribune");
        assertThat(alerts.getLast().getSequence()).isEqualTo(3);
    }

    @Test
    void a_story_with_its_own_alert_keeps_it_when_it_absorbs_another() {
        AlertDesk desk = desk(1);
        StoryAlerts from = file(desk, StoryAlerts.NONE, "a1", "Herald");
        StoryAlerts into =
                take(
                        desk.filed(
                                StoryAlerts.NONE,
                                placed(article("b1").build(), "Gazette"),
                                story("s2"),
                                NOON));
        String own = alerts.getLast().getId();
        var unused = take(desk.absorbed(into, from, story("s2"), NOON));
        assertThat(alerts).hasSize(3);
        assertThat(alerts.getLast().getId()).isEqualTo(own);
        assertThat(alerts.getLast().getSequence()).isEqualTo(2);
        assertThat(alerts.getLast().getArticles()).isEqualTo(2);
    }

    @Test
    void two_quiet_stories_that_become_one_may_raise_the_rule() {
        AlertDesk desk = desk(2);
        StoryAlerts from = file(desk, StoryAlerts.NONE, "a1", "Herald");
        StoryAlerts into = file(desk, StoryAlerts.NONE, "b1", "Gazette");
        var unused = take(desk.absorbed(into, from, story("s2"), NOON));
        assertThat(alerts).extracting(Alert::getSequence).containsExactly(1);
    }

    @Test
    void a_changed_rule_keeps_its_alert() {
        StoryAlerts memory = file(desk(1), StoryAlerts.NONE, "a1", "Herald");
        AlertDesk changed = desk(AlertRule.newBuilder(RULE).setVersion("v2").setMinOrigins(9));
        file(changed, memory, "a2", "Gazette");
        assertThat(alerts).extracting(Alert::getSequence).containsExactly(1, 2);
        assertThat(alerts.getLast().getRuleVersion()).isEqualTo("v2");
    }

    @Test
    void a_removed_rule_is_forgotten() {
        StoryAlerts memory = file(desk(1), StoryAlerts.NONE, "a1", "Herald");
        memory = file(desk(rule("other").setEventTypes(List.of("protest"))), memory, "a2", "X");
        assertThat(memory).isEqualTo(StoryAlerts.NONE);
    }

    @Test
    void a_disabled_rule_keeps_what_it_knows_and_stays_silent() {
        StoryAlerts memory = file(desk(1), StoryAlerts.NONE, "a1", "Herald");
        memory = file(desk(AlertRule.newBuilder(RULE).setEnabled(false)), memory, "a2", "Gazette");
        assertThat(alerts).hasSize(1);
        file(desk(1), memory, "a3", "Courier");
        assertThat(alerts).extracting(Alert::getSequence).containsExactly(1, 2);
    }

    @Test
    void rules_wake_each_for_itself() {
        AlertDesk desk =
                desk(
                        AlertRule.newBuilder(RULE),
                        rule("places").setPlaces(List.of("merv-tm")).setMinOrigins(2));
        StoryAlerts memory = file(desk, StoryAlerts.NONE, "a1", "Herald");
        file(desk, memory, "a2", "Gazette");
        assertThat(alerts)
                .extracting(Alert::getRuleId)
                .containsExactly("strikes", "places", "strikes");
    }

    @Test
    void a_story_of_thousands_is_remembered_in_little_room_and_counted_in_full() {
        AlertDesk desk = desk(1);
        StoryAlerts memory = StoryAlerts.NONE;
        for (int i = 0; i < 1_000; i++) {
            memory = file(desk, memory, "a" + i, "origin" + i % 500);
        }
        Alert last = alerts.getLast();
        assertThat(last.getArticles()).isEqualTo(1_000);
        assertThat(last.getIndependentOrigins()).isEqualTo(500);
        assertThat(last.getEvidence()).hasSize(20);
        assertThat(last.getSequence()).isEqualTo(1_000);
        assertThat(memory.toBytes().length).isLessThan(50_000);
    }

    @Test
    void a_title_without_end_does_not_fill_the_memory() {
        AlertDesk desk = desk(1);
        Placed endless = placed(article("a1").setTitle("Merv ".repeat(9_000)).build(), "Herald");
        StoryAlerts memory = take(desk.filed(StoryAlerts.NONE, endless, story("s1"), NOON));
        assertThat(alerts.getFirst().getEvidence().getFirst().getTitle()).hasSize(300);
        assertThat(memory.toBytes().length).isLessThan(2_000);
    }
}
