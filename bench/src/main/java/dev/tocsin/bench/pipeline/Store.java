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
    private static final String TABLES = "article, article_revision, article_sighting, article_tag";

    /** Every step begins with empty tables, or the later rounds would be the slower ones. */
    void empty() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate " + TABLES);
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be emptied", e);
        }
    }

    /** Rows in all tables about articles. */
    long rows() {
        String counts =
                "select (select count(*) from article) + (select count(*) from article_revision)"
                        + " + (select count(*) from article_sighting)"
                        + " + (select count(*) from article_tag)";
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(counts)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the rows cannot be counted", e);
        }
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
