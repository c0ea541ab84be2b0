package dev.tocsin.sink.worker;

import org.postgresql.ds.PGSimpleDataSource;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/** Fails, until it is mended, in a way that no driver should. */
final class BrokenPool extends PGSimpleDataSource {
    private final transient DataSource whole;
    private volatile boolean isBroken = true;
    private volatile boolean hasRefused;

    BrokenPool(DataSource whole) {
        this.whole = whole;
    }

    void mend() {
        isBroken = false;
    }

    boolean hasRefused() {
        return hasRefused;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (isBroken) {
            hasRefused = true;
            throw new IllegalStateException("no connection was to be had");
        }
        return whole.getConnection();
    }
}
