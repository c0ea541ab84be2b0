package dev.tocsin.sink.postgres;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The parameters of a statement, one after the other, in a form that PostgreSQL accepts. */
final class Parameters {
    private final PreparedStatement statement;
    private int position;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters text(@Nullable String value) throws SQLException {
        statement.setString(++position, SafeText.orNull(value));
        return this;
    }

    Parameters number(@Nullable Number value) throws SQLException {
        if (value == null) {
            statement.setNull(++position, Types.BIGINT);
        } else {
            statement.setLong(++position, value.longValue());
        }
        return this;
    }

    Parameters fraction(@Nullable Double value) throws SQLException {
        if (value == null) {
            statement.setNull(++position, Types.DOUBLE);
        } else {
            statement.setDouble(++position, value);
        }
        return this;
    }

    Parameters flag(boolean value) throws SQLException {
        statement.setBoolean(++position, value);
        return this;
    }

    Parameters time(@Nullable Instant value) throws SQLException {
        if (value == null) {
            statement.setNull(++position, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(++position, SafeText.of(value).atOffset(ZoneOffset.UTC));
        }
        return this;
    }

    Parameters array(List<String> values) throws SQLException {
        Object[] texts = values.stream().map(SafeText::of).toArray();
        statement.setArray(++position, statement.getConnection().createArrayOf("text", texts));
        return this;
    }

    Parameters uuid(UUID value) throws SQLException {
        statement.setObject(++position, value);
        return this;
    }

    Parameters bytes(@Nullable ByteBuffer value) throws SQLException {
        if (value == null) {
            statement.setNull(++position, Types.BINARY);
        } else {
            byte[] bytes = new byte[value.remaining()];
            value.duplicate().get(bytes);
            statement.setBytes(++position, bytes);
        }
        return this;
    }

    /** Adds the row to the statement's batch. */
    void add() throws SQLException {
        statement.addBatch();
    }
}
