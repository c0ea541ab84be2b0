package dev.tocsin.sink.postgres;

import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Hears at once when any process has stored deliveries that are due, on a connection of its own. A
 * lost connection is made again; what was stored meanwhile is found by whoever looks for it now and
 * then. Behind a pooler that hands connections on after each transaction nothing is ever heard.
 */
public final class DueListener implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DueListener.class);
    private static final Duration STOP = Duration.ofSeconds(5);

    /** Between two checks of a connection on which nothing comes. */
    private static final int SILENCE_MILLIS = 20_000;

    private static final int CHECK_SECONDS = 5;

    private final DatabaseAccess access;
    private final Runnable heard;
    private final Backoff backoff;
    private final Thread thread = Thread.ofVirtual().name("delivery-listener").unstarted(this::run);
    private volatile boolean stopping;

    /**
     * @param heard something may be due; also run when a connection was made, as something may have
     *     been missed. Has to be quick
     */
    public DueListener(DatabaseAccess access, Runnable heard, Clock clock) {
        this.access = access;
        this.heard = heard;
        this.backoff = new Backoff(clock, new SplittableRandom());
    }

    /** Starts the thread; returns at once. */
    public void start() {
        thread.start();
    }

    private void run() {
        while (!stopping) {
            try (Connection connection = Database.connect(access)) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                pause(e);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + DueNotice.CHANNEL);
        }
        backoff.succeeded();
        heard.run();
        PGConnection notices = connection.unwrap(PGConnection.class);
        while (!stopping) {
            PGNotification[] come = notices.getNotifications(SILENCE_MILLIS);
            if (come != null && come.length > 0) {
                heard.run();
            } else if (!connection.isValid(CHECK_SECONDS)) {
                throw new SQLException("the connection is gone");
            }
        }
    }

    private void pause(Exception e) {
        if (stopping) {
            return;
        }
        Duration wait = backoff.failed();
        log.atWarn()
                .addKeyValue("reason", Reasons.of(e))
                .addKeyValue("retryInMillis", wait.toMillis())
                .log("PostgreSQL tells of no deliveries; they are looked for every second");
        try {
            Thread.sleep(wait);
        } catch (InterruptedException _) {
            stopping = true;
        }
    }

    /** An interrupt closes the socket that a virtual thread waits for. */
    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(STOP)) {
                log.atWarn().log("the listener for deliveries does not end; not waiting for it");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
