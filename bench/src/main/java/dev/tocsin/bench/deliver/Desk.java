package dev.tocsin.bench.deliver;

import dev.tocsin.app.embedded.LocalPostgres;
import dev.tocsin.bench.measure.CpuClock;
import dev.tocsin.sink.postgres.Database;
import dev.tocsin.sink.postgres.DatabaseAccess;
import dev.tocsin.sink.postgres.Migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/** A database with deliveries that wait. */
final class Desk implements AutoCloseable {
    /** One alert with five articles as evidence for each delivery. */
    private static final String FILL =
            """
            insert into alert (id, sequence, kind, rule_id, rule_name, rule_version, subject,
                    title, alert_text, raised_at, updated_at, first_seen, articles,
                    independent_origins, story_articles, conflict_topics, event_types, countries,
                    languages, taxonomy_version, evidence, delivery)
                select 'alert-%1$d-' || number, 1, 'STORY', 'rule', 'A rule of the desk', 'v1',
                    'story-' || number, 'Headline number ' || number || ' of the day',
                    'Three independent origins report it.', now(), now(), now(), 5, 3, 7,
                    array['vell'], array['peace-talks'], array['UA'], array['en', 'uk'], 'v1',
                    (select jsonb_agg(jsonb_build_object('articleId', 'a' || n,
                        'title', 'Headline of article ' || n, 'url', 'https://paper.example/' || n,
                        'publisher', 'Paper', 'origin', 'Paper', 'isCopy', false, 'language', 'en',
                        'eventAt', '2026-11-28T12:00:00Z', 'quotes', jsonb_build_array(
                            jsonb_build_object('reason', 'vell', 'before', 'words before ',
                                'words', 'talks', 'after', ' and words after them'))))
                        from generate_series(1, 5) n),
                    '{"zone": "UTC"}'::jsonb
                from generate_series(1, %2$d) number;
            insert into delivery (target, state, created_at, due_at)
            select 'target-' || number %% %3$d, 'WAITING', now(), now()
            from generate_series(1, %2$d) number;
            insert into delivery_item (alert_id, target, reason, rule_id, delivery_id, planned_for)
            select 'alert-%1$d-' || row_number() over (), target, 'RAISED', 'rule', id, now()
            from delivery where state = 'WAITING'
            """;

    private final LocalPostgres postgres;
    private final Database database;
    private final Path folder;
    private int rounds;

    Desk(Path folder) {
        this.folder = folder;
        this.postgres = LocalPostgres.start(folder);
        this.database = Database.open(new DatabaseAccess(postgres.jdbcUrl(), postgres.user(), ""));
        Migrations.apply(database.dataSource());
    }

    DataSource dataSource() {
        return database.dataSource();
    }

    /** Makes deliveries that are due. */
    void fill(int deliveries, int targets) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(FILL.formatted(rounds++, deliveries, targets));
            statement.execute("analyze");
        }
    }

    /** How many have not been delivered. */
    long open() throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select count(*) from delivery where state in ('HELD', 'WAITING')")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** CPU time of this process, the receiver included, and of the database server. */
    CpuClock cpu() {
        try {
            Path pidFile = folder.resolve("data/postmaster.pid");
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return new CpuClock(ProcessHandle.of(pid));
        } catch (IOException e) {
            throw new UncheckedIOException("the database server's process is unknown", e);
        }
    }

    @Override
    public void close() {
        database.close();
        postgres.close();
    }
}
