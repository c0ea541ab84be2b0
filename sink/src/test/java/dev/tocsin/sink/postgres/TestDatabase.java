package dev.tocsin.sink.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/** One PostgreSQL for all tests of the module, a fresh database for each. */
public final class TestDatabase {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final DataSource dataSource;
    private final DatabaseAccess access;

    private TestDatabase(String name) {
        this.dataSource = Server.POSTGRES.getDatabase("postgres", name);
        this.access =
                new DatabaseAccess(
                        Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    /** Has no tables yet. */
    public static TestDatabase empty() throws SQLException {
        String name = "test" + NUMBERS.incrementAndGet();
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new TestDatabase(name);
    }

    public static TestDatabase migrated() throws SQLException {
        TestDatabase database = empty();
        Migrations.apply(database.dataSource);
        return database;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public DatabaseAccess access() {
        return access;
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rows as text, columns joined by a bar. */
    public List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int at = 1; at <= columns; at++) {
                    row.append(at == 1 ? "" : "|").append(result.getString(at));
                }
                rows.add(row.toString());
            }
        }
        return rows;
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
