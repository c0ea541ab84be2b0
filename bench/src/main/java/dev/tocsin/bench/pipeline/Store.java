package dev.tocsin.bench.pipeline;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import javax.sql.DataSource;

/** What the measurements ask of the tables. */
record Store(DataSource dataSource) {
    /** What the sink fills from records, whatever a later version adds. */
    private static final String TABLES =
            """
            select quote_ident(tablename) from pg_tables
            where schemaname = 'public' and tablename not in ('flyway_schema_history', 'kafka_offset')
            order by tablename
            """;

    /** Every step begins with empty tables, or the later rounds would be the slower ones. */
    void empty() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate " + String.join(", ", tables(statement)));
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be emptied", e);
        }
    }

    /** Rows in all tables. */
    long rows() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            long rows = 0;
            for (String table : tables(statement)) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows += count.getLong(1);
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the rows cannot be counted", e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(TABLES)) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        return tables;
    }

    /** Those of the ids that a reader finds now. */
    List<String> present(Collection<String> ids) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select id from article where id = any(?)")) {
            Array wanted = connection.createArrayOf("text", ids.toArray());
            select.setArray(1, wanted);
            return ids(select);
        } catch (SQLException e) {
            throw new IllegalStateException("the articles cannot be read", e);
        }
    }

    private static List<String> ids(PreparedStatement select) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                ids.add(result.getString(1));
            }
        }
        return ids;
    }
}
