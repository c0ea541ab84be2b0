package dev.tocsin.enrich.alert;

import static dev.tocsin.enrich.alert.Samples.article;
import static dev.tocsin.enrich.alert.Samples.country;
import static dev.tocsin.enrich.alert.Samples.place;
import static dev.tocsin.enrich.alert.Samples.rule;
import static dev.tocsin.enrich.alert.Samples.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertQuote;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.TextField;
import dev.tocsin.schemas.Tier;

import org.junit.jupiter.api.Test;

import java.util.List;

class RuleBookTest {

    private static boolean fits(AlertRule.Builder rule, TaggedArticle.Builder article) {
        return !RuleBook.of(List.of(rule.build())).match(article.build()).isEmpty();
    }

    private static List<AlertQuote> quotes(AlertRule.Builder rule, TaggedArticle.Builder article) {
        return RuleBook.of(List.of(rule.build())).match(article.build()).getFirst().quotes();
    }

    @Test
    void a_rule_that_asks_nothing_fits_every_article() {
        assertThat(fits(rule("a"), article("1"))).isTrue();
    }

    @Test
    void one_of_a_list_is_enough_but_every_list_has_to_hold() {
        AlertRule.Builder both =
                rule("a")
                        .setConflictTopics(List.of("other-war", "desert-war"))
                        .setEventTypes(List.of("air-strike"));
        assertThat(fits(both, article("1"))).isTrue();
        assertThat(fits(both.setEventTypes(List.of("ceasefire")), article("1"))).isFalse();
    }

    @Test
    void a_related_tag_counts_only_for_rules_that_take_it() {
        TaggedArticle.Builder related =
                article("1").setTags(List.of(tag("desert-war", Tier.RELATED, "Merv", "Merv")));
        AlertRule.Builder rule = rule("a").setConflictTopics(List.of("desert-war"));
        assertThat(fits(rule, related)).isFalse();
        assertThat(fits(rule.setConfirmedOnly(false), related)).isTrue();
        assertThat(fits(rule, article("1"))).isTrue();
    }

    @Test
    void a_country_fits_by_its_share_and_not_by_a_passing_mention() {
        AlertRule.Builder rule = rule("a").setPlaces(List.of("tm"));
        assertThat(fits(rule, article("1"))).isTrue();
        assertThat(fits(rule, article("1").setPlaces(List.of(country("tm", "Turkmenistan", 0.1)))))
                .isFalse();
    }

    @Test
    void a_place_fits_in_title_or_summary_and_deep_in_a_body_only_by_its_share() {
        AlertRule.Builder rule = rule("a").setPlaces(List.of("merv-tm"));
        assertThat(fits(rule, article("1"))).isTrue();
        assertThat(fits(rule, inBody(0.05))).isFalse();
        assertThat(fits(rule, inBody(0.3))).isTrue();
    }

    private static TaggedArticle.Builder inBody(double salience) {
        return article("1")
                .setBody("Merv")
                .setPlaces(List.of(place("merv-tm", "Merv", TextField.BODY, 0, salience)));
    }

    @Test
    void sources_are_compared_without_case_and_an_unknown_publisher_is_its_feed() {
        assertThat(fits(rule("a").setPublishers(List.of("HERALD")), article("1"))).isTrue();
        assertThat(fits(rule("a").setPublishers(List.of("Gazette")), article("1"))).isFalse();
        assertThat(
                        fits(
                                rule("a").setPublishers(List.of("desert herald")),
                                article("1").setPublisher(null)))
                .isTrue();
        assertThat(fits(rule("a").setSourceClasses(List.of("state")), article("1"))).isFalse();
        assertThat(fits(rule("a").setLanguages(List.of("uk")), article("1"))).isFalse();
    }

    @Test
    void keywords_are_written_like_terms_of_the_taxonomy() {
        assertThat(fits(rule("a").setKeywords(List.of("depot* in Merv")), article("1"))).isTrue();
        assertThat(fits(rule("a").setKeywords(List.of("Burned through")), article("1"))).isTrue();
        assertThat(fits(rule("a").setKeywords(List.of("DEPOT!")), article("1"))).isFalse();
        assertThat(fits(rule("a").setKeywords(List.of("epot")), article("1"))).isFalse();
    }

    @Test
    void a_keyword_of_one_language_is_looked_for_in_that_language_only() {
        AlertRule.Builder rule = rule("a").setKeywords(List.of("de:depot"));
        assertThat(fits(rule, article("1"))).isFalse();
        assertThat(fits(rule, article("1").setLanguage("de"))).isTrue();
        assertThat(fits(rule, article("1").setLanguage("und"))).isTrue();
    }

    @Test
    void what_one_rule_finds_does_not_depend_on_the_keywords_of_others() {
        AlertRule plain = rule("a").setKeywords(List.of("депо")).build();
        AlertRule english = rule("b").setKeywords(List.of("en:depot")).build();
        TaggedArticle article = article("1").setTitle("Депо горит").setSummary("").build();
        assertThat(RuleBook.of(List.of(plain, english)).match(article))
                .extracting(match -> match.rule().getId())
                .containsExactly("a");
    }

    @Test
    void disabled_rules_and_rate_rules_are_kept_and_never_match() {
        AlertRule off = rule("off").setEnabled(false).build();
        AlertRule volume = rule("volume").setKind(AlertKind.VOLUME).build();
        RuleBook book = RuleBook.of(List.of(off, volume));
        assertThat(book.match(article("1").build())).isEmpty();
        assertThat(book.rules()).containsExactly(off, volume);
    }

    @Test
    void rules_that_fit_come_by_id_however_they_were_given() {
        RuleBook book = RuleBook.of(List.of(rule("c").build(), rule("a").build()));
        assertThat(book.match(article("1").build()))
                .extracting(match -> match.rule().getId())
                .containsExactly("a", "c");
    }

    @Test
    void every_reason_is_quoted_with_what_stands_around_it() {
        AlertRule.Builder rule =
                rule("a")
                        .setConflictTopics(List.of("desert-war"))
                        .setEventTypes(List.of("air-strike"))
                        .setPlaces(List.of("merv-tm"))
                        .setKeywords(List.of("residents"));
        assertThat(quotes(rule, article("1")))
                .containsExactly(
                        new AlertQuote(
                                "residents",
                                "The depot burned through the night, ",
                                "residents",
                                " said."),
                        new AlertQuote("air-strike", "", "Drone strike", " hits depot in Merv"),
                        new AlertQuote("desert-war", "Drone strike hits depot in ", "Merv", ""),
                        new AlertQuote("Merv", "Drone strike hits depot in ", "Merv", ""));
    }

    @Test
    void a_long_text_is_cut_between_words() {
        String body = "alpha ".repeat(40) + "depot " + "omega ".repeat(40);
        List<AlertQuote> quotes =
                quotes(
                        rule("a").setKeywords(List.of("depot")),
                        article("1").setTitle("").setSummary("").setBody(body));
        assertThat(quotes)
                .containsExactly(
                        new AlertQuote(
                                "depot",
                                "…" + "alpha ".repeat(10),
                                "depot",
                                " omega".repeat(10) + "…"));
    }

    @Test
    void at_most_six_quotes_are_given_each_reason_first() {
        AlertRule.Builder rule = rule("a").setKeywords(List.of("one", "two"));
        TaggedArticle.Builder article = article("1").setBody("one ".repeat(9) + "two");
        assertThat(quotes(rule, article))
                .extracting(AlertQuote::getReason)
                .containsExactly("one", "two", "one", "one", "one", "one");
    }

    @Test
    void a_rule_about_sources_alone_quotes_what_the_article_is_about() {
        assertThat(quotes(rule("a").setPublishers(List.of("herald")), article("1")))
                .extracting(AlertQuote::getReason)
                .containsExactly("desert-war");
    }

    @Test
    void spans_that_lead_out_of_the_text_are_cut_to_it() {
        TaggedArticle.Builder broken = article("1").setTitle("Dro");
        assertThat(quotes(rule("a").setEventTypes(List.of("air-strike")), broken))
                .extracting(AlertQuote::getWords)
                .containsExactly("Dro");
    }
}
