package dev.tocsin.console.api;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

import javax.sql.DataSource;

/** Questions to the database: read-only, and given up after ten seconds. */
public final class Reader {
    private final Jdbi jdbi;

    public Reader(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** The answer to a question, in a transaction of its own. */
    public <T> T read(Function<Handle, T> question) {
        return jdbi.inTransaction(handle -> {
            handle.execute("set transaction read only");
            handle.execute("set local statement_timeout = '10s'");
            return question.apply(handle);
        });
    }

    /** A time that may be missing. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A time that is always there. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A list of texts. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
