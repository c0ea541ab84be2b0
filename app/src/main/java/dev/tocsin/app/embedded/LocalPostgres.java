package dev.tocsin.app.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A real PostgreSQL server beside this process, on loopback, as durable as an installed one: the
 * library behind it is made for tests and would switch fsync off.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final int LOG_LINES = 12;
    private static final String ROOT =
            "PostgreSQL refuses to run as root where 'unshare -U' is not allowed: start Tocsin as"
                    + " an ordinary user, or give it a database with postgres.url.";

    private final EmbeddedPostgres server;

    private LocalPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts on the folder, which is initialised if it is new. A server that a killed process left
     * behind is stopped first.
     *
     * @throws EmbeddedStartException with a sentence, if the server refuses
     */
    public static LocalPostgres start(Path folder) {
        Path data = folder.resolve("data");
        Path log = folder.resolve("server.log");
        try {
            Files.createDirectories(folder);
            LeftOverServer.stop(data);
            return new LocalPostgres(builder(data, log).start());
        } catch (IOException | RuntimeException e) {
            throw new EmbeddedStartException(explain(folder, log, e), e);
        }
    }

    /**
     * Whether the server could start on this machine, without starting it.
     *
     * @throws EmbeddedStartException with a sentence, if it could not
     */
    public static void check() {
        try (InputStream archive =
                PostgresBinaries.open(
                        System.getProperty("os.name"), System.getProperty("os.arch"))) {
            if ("root".equals(System.getProperty("user.name")) && !mayUnshare()) {
                throw new EmbeddedStartException(ROOT);
            }
        } catch (IOException e) {
            throw new EmbeddedStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean mayUnshare() {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static EmbeddedPostgres.Builder builder(Path data, Path log) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPgBinaryResolver(PostgresBinaries::open)
                .setPort(FreePorts.next())
                .setPGStartupWait(START)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "40")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "UTC")
                .setConnectConfig("connectTimeout", "5")
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()));
    }

    private static String explain(Path folder, Path log, Exception cause) {
        String hint = String.valueOf(cause.getMessage()).contains("unshare") ? " " + ROOT : "";
        return "the embedded PostgreSQL does not start on %s: %s.%s%s"
                .formatted(folder, cause.getMessage(), hint, tail(log));
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
            return "\nThe end of " + log + ":\n  " + String.join("\n  ", last);
        } catch (IOException e) {
            return "";
        }
    }

    /** The address for JDBC, without user. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** The user to connect as; the server trusts loopback. */
    public String user() {
        return "postgres";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("PostgreSQL does not stop", e);
        }
    }
}
