package dev.tocsin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.app.embedded.LocalPostgres;
import dev.tocsin.sink.postgres.Database;
import dev.tocsin.sink.postgres.DatabaseAccess;
import dev.tocsin.sink.postgres.Migrations;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tools for alert rules as a shell sees them; one data folder holds a week of 40 stories. */
class AlertsCommandsTest {
    /** Story n has n % 3 + 1 articles of different publishers; every fourth is of the conflict. */
    private static final String WEEK =
            """
            insert into article (id, feed_id, feed_title, revision, content_hash, title, summary,
                publisher, source_class, language, authors, categories, observed_at, event_at,
                taxonomy_version, confirmed_count, related_count)
            select 'a' || story || '-' || copy, 'f', 'Feed', 1, 'h', 'Drone strike on Kharkiv, no. '
                || story, '', 'Publisher ' || copy, 'independent', 'en', '{}', '{}',
                now() - interval '3 days' + story * interval '1 minute' + copy * interval '5 minutes',
                now() - interval '3 days' + story * interval '1 minute', 't1', 1, 0
            from generate_series(1, 40) story, generate_series(0, 2) copy
            where copy <= story % 3;
            insert into story_article (article_id, story_id, copy_group, origin, settled)
            select id, split_part(id, '-', 1), null, publisher, false from article;
            insert into article_tag (article_id, conflict_topic, tier, score, evidence, event_at)
            select id, 'russia-ukraine-war', 'CONFIRMED', 1,
                '[{"term": "Kharkiv", "role": "STRONG", "field": "TITLE", "start": 16, "end": 23, "text": "Kharkiv", "weight": 1}]',
                event_at
            from article where cast(substring(split_part(id, '-', 1) from 2) as int) % 4 = 0;
            insert into alert_rule (id, name, version, kind, enabled, listed, origin, rule)
            values ('made', 'Made over the API', 'v', 'STORY', true, true, 'api',
                '{"id": "made", "name": "Made over the API", "version": "v", "enabled": true, "kind": "STORY", "origin": "api", "conflictTopics": ["russia-ukraine-war"], "confirmedOnly": true, "minOrigins": 3, "delivery": {"targets": ["desk"]}}');
            insert into feed (id, url, title, publisher, folders, enabled, listed)
            values ('f', 'https://herald.example/rss', 'Herald', 'Herald', '{}', true, true);
            insert into feed_event values
                ('c', 0, 1, 'f', 'u', 't', now() - interval '2 days', 'GONE_QUIET', 'Quiet.'),
                ('c', 0, 2, 'f', 'u', 't', now() - interval '40 hours', 'SPEAKS_AGAIN', 'Back.')
            """;

    private static final String RULES =
            """
            targets: {desk: {}}
            rules:
              strikes: {topics: russia-ukraine-war, places: kharkiv-ua, origins: 2, to: desk}
              everything: {events: air-drone-missile-shelling, to: desk}
              elsewhere: {topics: yemen, languages: en, to: desk}
              loud: {kind: volume, topics: russia-ukraine-war, to: desk}
              quiet: {kind: silence, to: desk}
              deaf: {kind: silence, publishers: Gazette, to: desk}
              hushed: {kind: volume, topics: yemen, to: desk}
            """;

    @TempDir static Path data;
    @TempDir Path empty;
    private Path file;

    @BeforeAll
    static void storeAWeek() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"));
                Database database =
                        Database.open(
                                new DatabaseAccess(postgres.jdbcUrl(), postgres.user(), ""))) {
            Migrations.apply(database.dataSource());
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(WEEK);
            }
        }
    }

    @BeforeEach
    void writeRules() throws Exception {
        file = Files.writeString(empty.resolve("alerts.yaml"), RULES);
    }

    @Test
    void lint_tells_every_mistake_with_its_line_and_fails() throws Exception {
        Files.writeString(file, "rules:\n  a: {topcs: [x]}\n  b: {events: [ceasfire]}\n");
        Shell.Run lint = Shell.run("alerts", "lint", file.toString(), "--data", empty.toString());
        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.out())
                .contains(file + ":2: error: unknown key \"topcs\"; did you mean \"topics\"?")
                .contains(file + ":3: error: unknown event type \"ceasfire\"; did you mean");
    }

    @Test
    void lint_without_a_database_says_what_it_left_out_and_makes_none() {
        Path nowhere = empty.resolve("nowhere");
        Shell.Run lint = Shell.run("alerts", "lint", file.toString(), "--data", nowhere.toString());
        assertThat(lint.exitCode()).isZero();
        assertThat(lint.err()).contains("not checked how often the rules would fire");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void lint_warns_of_rules_that_last_week_would_have_told_of_too_often_or_never() {
        Shell.Run lint = Shell.run("alerts", "lint", file.toString(), "--data", data.toString());
        assertThat(lint.exitCode()).isZero();
        assertThat(lint.out())
                .contains(
                        ":4: warning: rule \"everything\" would have fired on 100 % of last week's"
                                + " stories (40 of 40)")
                .contains(
                        ":5: warning: rule \"elsewhere\" may never fire: none of last week's 80"
                                + " articles fits its topics")
                .doesNotContain("strikes");
    }

    @Test
    void lint_warns_of_rules_about_rates_that_cannot_fire() {
        Shell.Run lint = Shell.run("alerts", "lint", file.toString(), "--data", data.toString());
        assertThat(lint.out())
                .contains(":6: warning: rule \"loud\" cannot fire yet: fewer than 3 of the 8 weeks")
                .contains(
                        ":8: warning: rule \"deaf\" can never fire: none of the 1 listed feeds is")
                .contains(":9: warning: rule \"hushed\" may never fire: none of last week's")
                .doesNotContain("\"quiet\"");
    }

    @Test
    void backtest_tells_which_stories_would_have_been_told() {
        Shell.Run test =
                Shell.run(
                        "alerts",
                        "backtest",
                        "strikes",
                        "--file",
                        file.toString(),
                        "--data",
                        data.toString(),
                        "--output",
                        "json");
        assertThat(test.exitCode()).as(test.err()).isZero();
        assertThat(test.json().path("fired").asInt()).isEqualTo(7);
        assertThat(test.json().path("stories").asInt()).isEqualTo(40);
        List<String> stories = new ArrayList<>();
        test.json().path("alerts").forEach(each -> stories.add(each.path("story").asString()));
        assertThat(stories).containsExactly("a4", "a8", "a16", "a20", "a28", "a32", "a40");
        JsonNode first = test.json().path("alerts").get(1);
        assertThat(first.path("independentOrigins").asInt()).isEqualTo(3);
        assertThat(first.path("evidence").get(0).path("quotes").toString()).contains("Kharkiv");
        assertThat(test.json().path("medianSecondsAfterFirst").asInt()).isEqualTo(300);
    }

    @Test
    void backtest_says_in_a_sentence_how_often() {
        Shell.Run test =
                Shell.run(
                        "alerts",
                        "backtest",
                        "strikes",
                        "--since",
                        "1d",
                        "--file",
                        file.toString(),
                        "--data",
                        data.toString());
        assertThat(test.err())
                .contains("rule \"strikes\" would have fired 0 times since")
                .contains("in 0 stories of 0 articles")
                .containsPattern(
                        "newest stored article is of \\d{4}-\\d\\d-\\d\\d, --since \\d{4}-\\d\\d-\\d\\d");
    }

    private Shell.Run backtest(String rule, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "alerts",
                                "backtest",
                                rule,
                                "--since",
                                "4d",
                                "--file",
                                file.toString(),
                                "--data",
                                data.toString()));
        arguments.addAll(List.of(more));
        return Shell.run(arguments.toArray(String[]::new));
    }

    @Test
    void backtest_tells_of_silences_and_how_long_they_lasted() {
        Shell.Run text = backtest("quiet");
        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out()).contains("Herald has gone quiet").containsPattern("8 h\\s");
        assertThat(text.err()).contains("rule \"quiet\" would have fired once since");
        JsonNode json = backtest("quiet", "--output", "json").json();
        assertThat(json.path("fired").asInt()).isEqualTo(1);
        assertThat(json.path("alerts").get(0).path("endedAt").asString()).endsWith("Z");
    }

    @Test
    void backtest_of_volume_says_where_the_history_is_too_short() {
        Shell.Run text = backtest("loud");
        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.err())
                .contains("rule \"loud\" would have fired 0 times since")
                .containsPattern("nothing can be said of (\\d+) of \\1 windows")
                .contains("fewer than 3 of the 8 weeks before are stored");
        JsonNode json = backtest("loud", "--output", "json").json();
        assertThat(json.path("windows").asInt())
                .isPositive()
                .isEqualTo(json.path("windowsWithoutHistory").asInt());
        assertThat(json.path("judgedFrom").isNull()).isTrue();
    }

    @Test
    void backtest_finds_rules_that_were_made_over_the_api() {
        Shell.Run test = Shell.run("alerts", "backtest", "made", "--data", data.toString());
        assertThat(test.exitCode()).as(test.err()).isZero();
        assertThat(test.err()).contains("rule \"made\" would have fired 3 times");
    }

    @Test
    void backtest_of_an_unknown_rule_says_what_was_probably_meant() {
        Shell.Run test =
                Shell.run(
                        "alerts",
                        "backtest",
                        "strike",
                        "--file",
                        file.toString(),
                        "--data",
                        data.toString());
        assertThat(test.exitCode()).isEqualTo(2);
        assertThat(test.err()).contains("unknown rule \"strike\"; did you mean \"strikes\"?");
    }

    @Test
    void list_shows_the_rules_in_force() {
        Shell.Run list = Shell.run("alerts", "list", "--data", data.toString());
        assertThat(list.exitCode()).isZero();
        assertThat(list.out()).contains("made").contains("Made over the API").contains("desk");
    }

    @Test
    void schema_is_printed_for_editors() {
        assertThat(Shell.run("alerts", "schema").json().path("title").asString())
                .isEqualTo("Alerts");
    }
}
