package dev.tocsin.sink.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * One connection to find out whether a database lets us in, before anything is built on it. A
 * refusal is final; a database that is not there yet is waited for.
 */
public final class DatabaseCheck {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private DatabaseCheck() {}

    /**
     * Returns as soon as a connection has been made.
     *
     * @param patience how long to wait for a database that does not answer
     * @param waiting run once, if there is something to wait for
     * @throws DatabaseUnavailableException if it refuses us, or does not answer for so long
     */
    public static void run(DatabaseAccess access, Duration patience, Runnable waiting) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (true) {
            try (Connection _ = connect(access)) {
                return;
            } catch (SQLException e) {
                if (isRefusal(e) || System.nanoTime() >= deadline) {
                    throw Database.unavailable(access, e);
                }
                if (!told) {
                    waiting.run();
                    told = true;
                }
                pause(access, e);
            }
        }
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password());
        properties.setProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
        properties.setProperty("loginTimeout", Long.toString(CONNECT.toSeconds()));
        return DriverManager.getConnection(access.jdbcUrl(), properties);
    }

    /** Classes of SQLSTATE: 28 is a wrong user or password, 3D a database that does not exist. */
    private static boolean isRefusal(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("28") || state.startsWith("3D");
    }

    private static void pause(DatabaseAccess access, SQLException reason) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Database.unavailable(access, reason);
        }
    }
}
