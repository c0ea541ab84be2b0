package dev.tocsin.console.api;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;

import javax.sql.DataSource;

/** Questions to the database: read-only, and given up after ten seconds. */
final class Reader {
    private final Jdbi jdbi;

    Reader(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    <T> T read(Function<Handle, T> question) {
        return jdbi.inTransaction(handle -> {
            handle.execute("set transaction read only");
            handle.execute("set local statement_timeout = '10s'");
            return question.apply(handle);
        });
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
