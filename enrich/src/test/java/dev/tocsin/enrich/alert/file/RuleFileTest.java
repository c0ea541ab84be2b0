package dev.tocsin.enrich.alert.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.DigestRhythm;
import dev.tocsin.schemas.VolumeCondition;
import dev.tocsin.yaml.YamlException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class RuleFileTest {
    private static final KnownNames NAMES =
            new KnownNames(
                    List.of("desert-war", "island-war"),
                    List.of("air-strike", "ceasefire"),
                    List.of("tm", "merv-tm"),
                    Map.of("merv", "merv-tm", "мерв", "merv-tm"));

    static final String FULL =
            """
            targets:
              desk: {type: webhook}
              mail: {type: mail}
            rules:
              strikes:
                name: Strikes in the desert
                topics: [desert-war]
                events: [air-strike]
                places: [merv-tm, TM]
                classes: [independent, public]
                publishers: [Herald]
                languages: [en, uk]
                keywords: {en: ["nuclear plant*", NPP!], uk: [АЕС]}
                origins: 2
                confirmed: false
                to: [desk, mail]
                cooldown: 1h
                quiet: 22:00-07:00 Europe/Kyiv
                digest: daily 08:30
                at-most: 5 per hour
                updates: [20, 5]
              loud: {kind: volume, topics: island-war, window: 3h, deviations: 4.5, stories: 7, to: desk}
              silent: {kind: silence, feeds: ["https://a.example/feed"], publishers: [Herald], all-clear: false, to: mail}
            """;

    private static RuleList read(String yaml) {
        return RuleFile.read("alerts.yaml", yaml, NAMES);
    }

    private static AlertRule sound(String yaml) {
        RuleList list = read(yaml);
        assertThat(list.complaint()).isEmpty();
        return list.rules().getFirst();
    }

    private static List<String> problems(String yaml) {
        return read(yaml).problems().stream().map(YamlException::getMessage).toList();
    }

    private static String problem(String line) {
        return String.join("\n", problems("targets: {desk: {}}\nrules:\n  a:\n    " + line));
    }

    @Test
    void a_rule_about_stories_is_read_in_full() {
        AlertRule rule = sound(FULL);
        assertThat(rule.getId()).isEqualTo("strikes");
        assertThat(rule.getName()).isEqualTo("Strikes in the desert");
        assertThat(rule.getKind()).isEqualTo(AlertKind.STORY);
        assertThat(rule.getEnabled()).isTrue();
        assertThat(rule.getOrigin()).isEqualTo("file alerts.yaml:5");
        assertThat(rule.getConflictTopics()).containsExactly("desert-war");
        assertThat(rule.getConfirmedOnly()).isFalse();
        assertThat(rule.getEventTypes()).containsExactly("air-strike");
        assertThat(rule.getPlaces()).containsExactly("merv-tm", "tm");
        assertThat(rule.getSourceClasses()).containsExactly("independent", "public");
        assertThat(rule.getPublishers()).containsExactly("Herald");
        assertThat(rule.getLanguages()).containsExactly("en", "uk");
        assertThat(rule.getKeywords()).containsExactly("en:nuclear plant*", "en:NPP!", "uk:АЕС");
        assertThat(rule.getMinOrigins()).isEqualTo(2);
        assertThat(rule.getDelivery())
                .isEqualTo(
                        AlertDelivery.newBuilder()
                                .setTargets(List.of("desk", "mail"))
                                .setCooldownSeconds(3600)
                                .setQuietFrom(22 * 60)
                                .setQuietTo(7 * 60)
                                .setZone("Europe/Kyiv")
                                .setDigest(DigestRhythm.DAILY)
                                .setDigestAt(8 * 60 + 30)
                                .setMostPerHour(5)
                                .setUpdateAtOrigins(List.of(5, 20))
                                .build());
    }

    @Test
    void rate_rules_are_read_too() {
        List<AlertRule> rules = read(FULL).rules();
        assertThat(rules.get(1).getKind()).isEqualTo(AlertKind.VOLUME);
        assertThat(rules.get(1).getVolume()).contains(new VolumeCondition(3, 4.5, 7));
        assertThat(rules.get(2).getKind()).isEqualTo(AlertKind.FEED_SILENCE);
        assertThat(rules.get(2).getFeeds()).containsExactly("https://a.example/feed");
        assertThat(rules.get(2).getPublishers()).containsExactly("Herald");
        assertThat(rules.get(1).getDelivery().getTellEnd()).isTrue();
        assertThat(rules.get(2).getDelivery().getTellEnd()).isFalse();
    }

    @Test
    void what_is_left_out_has_a_default() {
        AlertRule rule = sound("rules: {a: {topics: desert-war}}");
        assertThat(rule.getName()).isEqualTo("a");
        assertThat(rule.getConfirmedOnly()).isTrue();
        assertThat(rule.getMinOrigins()).isEqualTo(1);
        assertThat(rule.getDelivery()).isEqualTo(AlertDelivery.newBuilder().build());
    }

    @Test
    void a_plain_list_of_keywords_is_for_all_languages() {
        assertThat(sound("rules: {a: {keywords: [ceasefire, UAV!]}}").getKeywords())
                .containsExactly("ceasefire", "UAV!");
    }

    @Test
    void the_version_follows_from_what_a_rule_says_and_not_from_its_line() {
        String version = sound("rules: {a: {topics: desert-war}}").getVersion();
        assertThat(sound("# moved\n\nrules:\n  a:\n    topics: [desert-war]").getVersion())
                .isEqualTo(version)
                .hasSize(12);
        assertThat(sound("rules: {a: {topics: island-war}}").getVersion()).isNotEqualTo(version);
    }

    @Test
    void a_file_without_rules_is_sound() {
        assertThat(read("targets: {}").isSound()).isTrue();
        assertThat(read("rules:").isSound()).isTrue();
        assertThat(read("").isSound()).isTrue();
    }

    @Test
    void all_mistakes_are_told_at_once_with_their_lines() {
        assertThat(
                        problems(
                                """
                                rules:
                                  a:
                                    topcs: [desert-war]
                                    events: [airstrike]
                                  b:
                                    topics:
                                      - desert-war
                                      - dessert-war
                                    to: [desk]
                                  Bad Name: {}
                                """))
                .containsExactly(
                        "alerts.yaml:3: unknown key \"topcs\"; did you mean \"topics\"?",
                        "alerts.yaml:4: unknown event type \"airstrike\"; did you mean"
                                + " \"air-strike\"?",
                        "alerts.yaml:8: unknown conflict topic \"dessert-war\"; did you mean"
                                + " \"desert-war\"?",
                        "alerts.yaml:9: unknown target \"desk\"; expected a name below"
                                + " \"targets:\" of this file",
                        "alerts.yaml:10: rule \"Bad Name\": expected lower-case words with"
                                + " hyphens, 80 letters at most");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    places: [Merv]           | unknown place "Merv"; did you mean "merv-tm"?
                    places: [МЕРВ]           | unknown place "МЕРВ"; did you mean "merv-tm"?
                    languages: [english]     | "english" is no language; expected ISO 639-1 such as "en"
                    keywords: {xx: [a]}      | "xx" is no language
                    keywords: [ab*]          | would match far too much
                    keywords: ["!!"]         | empty term
                    origins: 0               | origins "0": expected a number of independent origins
                    origins: many            | origins "many": expected a number
                    confirmed: maybe         | confirmed "maybe": expected true or false
                    to: [dsk]                | unknown target "dsk"; did you mean "desk"?
                    cooldown: 1 fortnight    | cooldown "1 fortnight": expected a time such as 30m, 1h or 2d
                    quiet: 22:00-22:00       | expected times such as "22:00-07:00 Europe/Kyiv"
                    quiet: 25:00-07:00       | expected times such as "22:00-07:00 Europe/Kyiv"
                    quiet: 22:00-07:00 Europe/Kiew | unknown time zone "Europe/Kiew"; did you mean "Europe/Kiev"?
                    digest: weekly           | digest "weekly": expected hourly, or a time such as
                    at-most: 0 per hour      | at-most "0 per hour": expected a number such as "5 per hour"
                    updates: [one]           | updates "one": expected numbers of origins
                    kind: storm              | kind "storm": expected story, volume or silence
                    window: 3h               | "window" says nothing in a rule of kind story; it belongs to kind volume
                    name: {a: b}             | name: expected a text, not a mapping
                    """)
    void a_mistake_says_what_was_expected(String line, String message) {
        assertThat(problem(line)).contains(message).contains("alerts.yaml:4: ");
    }

    @Test
    void volume_windows_are_whole_hours() {
        assertThat(problem("kind: volume\n    window: 90m"))
                .isEqualTo(
                        "alerts.yaml:5: window \"90m\": expected whole hours such as 3h, a week at"
                                + " most");
    }

    @Test
    void two_zones_in_a_rule_are_refused() {
        assertThat(problem("quiet: 22:00-07:00 UTC\n    digest: daily 08:00 Europe/Kyiv"))
                .contains("a rule has one");
    }

    @Test
    void a_rule_that_stands_twice_is_refused() {
        assertThat(problems("rules:\n  a: {name: A}\n  a: {name: B}"))
                .containsExactly("alerts.yaml:3: rule \"a\" stands here twice");
    }

    @Test
    void a_file_that_is_not_there_says_so() {
        assertThat(RuleFile.read(Path.of("nowhere.yaml"), NAMES).complaint())
                .isEqualTo("nowhere.yaml: there is no such file");
    }

    @Test
    void what_is_no_yaml_says_where() {
        assertThat(problems("rules:\n  a: [")).singleElement().asString().contains("not YAML");
    }
}
