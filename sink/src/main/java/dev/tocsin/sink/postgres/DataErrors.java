package dev.tocsin.sink.postgres;

import java.sql.SQLException;
import java.util.Set;

/** Tells a record that the database will never take from a database that is unwell. */
final class DataErrors {
    /** Bad data, broken constraint, too large for a key or a text search vector. */
    private static final Set<String> CLASSES = Set.of("22", "23", "54");

    private DataErrors() {}

    static boolean isDataError(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
