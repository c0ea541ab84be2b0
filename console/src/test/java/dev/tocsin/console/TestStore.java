package dev.tocsin.console;

import dev.tocsin.sink.postgres.Migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
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
