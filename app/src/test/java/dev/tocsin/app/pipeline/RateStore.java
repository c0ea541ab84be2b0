package dev.tocsin.app.pipeline;

import dev.tocsin.app.embedded.LocalPostgres;
import dev.tocsin.sink.postgres.Database;
import dev.tocsin.sink.postgres.DatabaseAccess;
import dev.tocsin.sink.postgres.Migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

/** A database with what rate rules look at, as the sink fills it. */
final class RateStore implements AutoCloseable {
    private final LocalPostgres postgres;
    private final Database database;

    private RateStore(LocalPostgres postgres, Database database) {
        this.postgres = postgres;
        this.database = database;
    }

    static RateStore start(Path folder) {
        LocalPostgres postgres = LocalPostgres.start(folder);
        Database database =
                Database.open(new DatabaseAccess(postgres.jdbcUrl(), postgres.user(), ""));
        Migrations.apply(database.dataSource());
        return new RateStore(postgres, database);
    }

    DataSource dataSource() {
        return database.dataSource();
    }

    void empty() throws SQLException {
        execute(
                "truncate article, article_tag, story_article, feed, feed_event, alert_rule, alert");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * So many articles on the topic in the minutes before the end, read a while after they came.
     */
    void articles(Instant end, int count, Duration late) throws SQLException {
        execute(
                """
                insert into article (id, feed_id, feed_title, revision, content_hash, title,
                    summary, language, authors, categories, observed_at, event_at,
                    taxonomy_version, confirmed_count, related_count)
                select '%1$s-' || n, 'f', 'Feed', 1, 'h', 'Title', '', 'en', '{}', '{}',
                    at + interval '%3$d minutes', at, 't1', 1, 0
                from generate_series(1, %2$d) n,
                    lateral (select timestamptz '%1$s' - n * interval '1 minute' as at);
                insert into article_tag select id, 'desert-war', 'CONFIRMED', 1, '[]', event_at
                from article where id like '%1$s-%%'
                """
                        .formatted(end, count, late.toMinutes()));
    }

    /** Two articles in the hour before that moment in each of so many weeks before. */
    void usual(Instant end, int weeks) throws SQLException {
        for (int week = 1; week <= weeks; week++) {
            articles(end.minus(Duration.ofDays(7L * week)), 2, Duration.ZERO);
        }
    }

    @Override
    public void close() {
        database.close();
        postgres.close();
    }
}
