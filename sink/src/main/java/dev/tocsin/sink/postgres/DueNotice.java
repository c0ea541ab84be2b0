package dev.tocsin.sink.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * PostgreSQL's NOTIFY for deliveries that are due: it reaches those who listen when the transaction
 * commits, and nobody if it does not. Whoever hears it looks into the table; it says nothing more.
 */
final class DueNotice {
    /** The name of the channel; what else runs in the database has others. */
    static final String CHANNEL = "tocsin_deliveries_due";

    private DueNotice() {}

    static void send(Connection connection) throws SQLException {
        try (Statement notify = connection.createStatement()) {
            notify.execute("notify " + CHANNEL);
        }
    }
}
