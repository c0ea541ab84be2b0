package dev.tocsin.console;

import dev.tocsin.sink.postgres.Migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/** A database with the sink's tables and a few rows that everybody knows. */
public final class TestStore {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private final DataSource dataSource;

    private TestStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public static TestStore empty() throws SQLException {
        String name = "console" + NUMBERS.incrementAndGet();
        execute(Server.POSTGRES.getPostgresDatabase(), "create database " + name);
        DataSource dataSource = Server.POSTGRES.getDatabase("postgres", name);
        Migrations.apply(dataSource);
        return new TestStore(dataSource);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** An article of {@code feed-a}, confirmed for the conflict topic, at a time of 2026-11-20. */
    public TestStore article(String id, String clock, String title, String conflictTopic)
            throws SQLException {
        String at = "'2026-11-20T" + clock + "Z'";
        execute(
                """
                insert into article (id, feed_id, feed_title, revision, content_hash, title,
                    summary, body, url, language, authors, categories, observed_at, event_at,
                    taxonomy_version, confirmed_count, related_count)
                values ('%1$s', 'feed-a', 'Harbour Post', 1, 'hash', '%3$s', 'In short', 'At length',
                    'https://post.example/%1$s', 'en', '{Ada}', '{}', %2$s, %2$s, 'v1', 1, 0);
                insert into article_revision values
                    ('%1$s', 1, 'hash', '%3$s', 'In short', 'At length', %2$s);
                insert into article_sighting values
                    ('%1$s', 'feed-a', 'https://post.example/%1$s', %2$s);
                insert into article_tag values ('%1$s', '%4$s', 'CONFIRMED', 3.5,
                    '[{"term":"vell","role":"STRONG","field":"TITLE","start":0,"end":4,"text":"Vell","weight":3.5}]',
                    %2$s)
                """
                        .formatted(id, at, title, conflictTopic));
        return this;
    }

    /** A story with as many articles as origins, whose latest article came at the time. */
    public TestStore story(String id, String clock, String title, int origins) throws SQLException {
        execute(
                """
                insert into story (id, story_key, title, first_seen, last_update, articles,
                    copy_groups, independent_origins, languages, conflict_topics, corrected)
                values (?, 'key', ?, '2026-11-20T06:00:00Z', ?::timestamptz, ?, 0, ?, '{en}',
                    '{vell-war}', false)
                """,
                id,
                title,
                "2026-11-20T" + clock + "Z",
                origins,
                origins);
        return this;
    }

    /** Puts an article into a story. */
    public TestStore placed(
            String articleId, String storyId, @Nullable String copyGroup, String origin)
            throws SQLException {
        execute(
                "insert into story_article values (?, ?, ?, ?, false)",
                articleId,
                storyId,
                copyGroup,
                origin);
        return this;
    }

    /** A rule of kind STORY that says as little as possible. */
    public TestStore rule(String id, String name, String origin) throws SQLException {
        execute(
                """
                insert into alert_rule values (?, ?, 'v1', 'STORY', true, true, ?, jsonb_build_object(
                    'id', ?, 'name', ?, 'version', 'v1', 'enabled', true, 'origin', ?,
                    'kind', 'STORY', 'conflictTopics', '["vell-war"]'::jsonb,
                    'confirmedOnly', true, 'eventTypes', '[]'::jsonb, 'places', '[]'::jsonb,
                    'sourceClasses', '[]'::jsonb, 'publishers', '[]'::jsonb,
                    'languages', '[]'::jsonb, 'keywords', '[]'::jsonb, 'feeds', '[]'::jsonb,
                    'minOrigins', 3, 'delivery', '{"targets": ["desk"], "cooldownSeconds": 600,
                        "zone": "UTC", "digest": "NONE", "digestAt": 480, "mostPerHour": 0,
                        "updateAtOrigins": [5]}'::jsonb))
                """,
                id,
                name,
                origin,
                id,
                name,
                origin);
        return this;
    }

    /** An alert of the rule {@code vell} about a story, with one article as evidence. */
    public TestStore alert(String id, String clock, String storyId, String title)
            throws SQLException {
        execute(
                """
                insert into alert
                select ?, 1, 'STORY', 'vell', 'Vell burns', 'v1', ?, ?,
                    '3 independent origins report it', time.at, time.at, time.at, 3, 3, 4,
                    '{vell-war}', '{}', '{}', '{en}', 'v1',
                    jsonb_build_array(jsonb_build_object('articleId', 'one', 'title', ?::text,
                        'url', 'https://post.example/one', 'publisher', 'Harbour Post',
                        'origin', 'Harbour Post', 'isCopy', false, 'language', 'en',
                        'eventAt', '2026-11-20T08:00:00Z', 'quotes', jsonb_build_array(
                            jsonb_build_object('reason', 'vell-war', 'before', 'Last night ',
                                'words', 'Vell', 'after', ' burnt')))),
                    '{"targets": ["desk"]}'
                from (select ?::timestamptz as at) time
                """,
                id,
                storyId,
                title,
                title,
                "2026-11-20T" + clock + "Z");
        return this;
    }

    /** A message to {@code desk} that tells of the alert; its id. */
    public long delivery(String alertId, String state, int attempts) throws SQLException {
        execute(
                """
                with made as (
                    insert into delivery (target, state, created_at, due_at, attempts, tried_since,
                        last_status, last_error, delivered_at)
                    select 'desk', ?, '2026-11-20T09:00:00Z', '2026-11-20T09:05:00Z', ?,
                        '2026-11-20T09:00:00Z', 503, 'answered 503', null
                    returning id)
                insert into delivery_item
                select ?, 'desk', 'RAISED', 'vell', id, '2026-11-20T09:00:00Z' from made
                """,
                state,
                attempts,
                alertId);
        return number("select max(id) from delivery");
    }

    /** The only figure of the answer. */
    public long number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Runs a statement with foreign text as parameters. */
    public void execute(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** {@code feed-a}, failing. */
    public TestStore feed() throws SQLException {
        execute(
                """
                insert into feed values ('feed-a', 'https://post.example/rss', 'Harbour Post', null,
                    'en', null, null, null, 'independent', '{}', true, true);
                insert into feed_status (feed_id, state, last_poll_at, last_success_at, next_poll_at,
                    last_fetch_millis, last_status, last_error, last_error_text,
                    consecutive_failures, polls, entries_seen, published, unchanged, duplicates,
                    rejected, next_poll_reason, entries_per_day, polls_with_news)
                values ('feed-a', 'FAILING',
                    '2026-11-20T12:00:00Z', '2026-11-20T11:00:00Z', '2026-11-20T12:30:00Z', 250, 503,
                    'ServerError', 'answered 503', 1, 9, 10, 4, 3, 2, 1,
                    'backing off after failures', 12.5, 3)
                """);
        return this;
    }

    /** A feed on the list that nobody has polled. */
    public void neverPolled(String id, String url) throws SQLException {
        execute(
                "insert into feed values ('%s', '%s', '%s', null, null, null, null, null, null, '{}', true, true)"
                        .formatted(id, url, id));
    }

    /** The server of the feed asked to be left alone. */
    public void hold(String id, String until) throws SQLException {
        execute(
                "update feed_status set held_until = '%s' where feed_id = '%s'"
                        .formatted(until, id));
    }

    public void execute(String sql) throws SQLException {
        execute(dataSource, sql);
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Started on first use, ended with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
