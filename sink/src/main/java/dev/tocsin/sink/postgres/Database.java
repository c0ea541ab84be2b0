package dev.tocsin.sink.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

import javax.sql.DataSource;

/**
 * A small pool of connections. Every wait has a limit, so that a database that vanished without a
 * word costs a minute and not the process.
 */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 6;
    private static final Duration BORROW = Duration.ofSeconds(5);
    private static final Duration LIFETIME = Duration.ofMinutes(20);
    private static final Duration KEEPALIVE = Duration.ofMinutes(2);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SOCKET = Duration.ofSeconds(60);

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Opens the pool and tries one connection.
     *
     * @throws DatabaseUnavailableException if the database refuses or does not answer
     */
    public static Database open(DatabaseAccess access) {
        return open(access, Duration.ZERO);
    }

    /**
     * Opens the pool and tries for a connection, for a database that may be starting just now.
     *
     * @param patience how long to go on trying
     * @throws DatabaseUnavailableException if the database refuses or does not answer
     */
    public static Database open(DatabaseAccess access, Duration patience) {
        HikariDataSource pool = pool(access);
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try (Connection _ = pool.getConnection()) {
                return new Database(pool);
            } catch (SQLException e) {
                if (System.nanoTime() >= deadline) {
                    pool.close();
                    throw unavailable(access, e);
                }
            }
        }
    }

    private static HikariDataSource pool(DatabaseAccess access) {
        try {
            return new HikariDataSource(poolConfig(access));
        } catch (RuntimeException e) {
            throw new DatabaseUnavailableException(
                    "The database address %s cannot be used: %s"
                            .formatted(access.shownUrl(), e.getMessage()),
                    e);
        }
    }

    /** Connections for writers and readers; closed with this database. */
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static HikariConfig poolConfig(DatabaseAccess access) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tocsin");
        config.setJdbcUrl(access.jdbcUrl());
        config.setUsername(access.user());
        config.setPassword(access.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(BORROW.toMillis());
        config.setMaxLifetime(LIFETIME.toMillis());
        config.setKeepaliveTime(KEEPALIVE.toMillis());
        config.setDataSourceProperties(settings());
        return config;
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
        settings.setProperty("socketTimeout", Long.toString(SOCKET.toSeconds()));
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("ApplicationName", "tocsin");
        return settings;
    }

    /** A connection beside those of any pool, for whoever keeps it; the caller closes it. */
    static Connection connect(DatabaseAccess access) throws SQLException {
        Properties settings = settings();
        settings.setProperty("user", access.user());
        settings.setProperty("password", access.password());
        return DriverManager.getConnection(access.jdbcUrl(), settings);
    }

    static DatabaseUnavailableException unavailable(DatabaseAccess access, SQLException e) {
        return new DatabaseUnavailableException(sentence(access, e), e);
    }

    private static String sentence(DatabaseAccess access, SQLException e) {
        return "The database %s cannot be used as user %s: %s. Check that PostgreSQL runs there, that the database exists and that user and password are right, then start again."
                .formatted(access.shownUrl(), access.user(), Reasons.of(e));
    }
}
