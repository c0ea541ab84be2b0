package dev.tocsin.app.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The PostgreSQL server that outlives a process killed with SIGKILL. Its pid file is never deleted
 * here: it is what keeps a second server off the same files, and PostgreSQL itself knows when it is
 * stale.
 */
final class LeftOverServer {
    private static final Logger log = LoggerFactory.getLogger(LeftOverServer.class);
    private static final int PATIENCE_SECONDS = 10;

    private LeftOverServer() {}

    /**
     * Stops the server that owns the data folder, if one does; what it has committed is safe.
     *
     * @throws EmbeddedStartException if it does not stop
     */
    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            find(Files.readAllLines(pidFile)).ifPresent(LeftOverServer::stop);
        }
    }

    private static Optional<ProcessHandle> find(List<String> pidFile) {
        return pidFile.stream()
                .findFirst()
                .map(String::strip)
                .filter(pid -> pid.matches("\\d{1,10}"))
                .map(Long::parseLong)
                .flatMap(ProcessHandle::of)
                .filter(LeftOverServer::isPostgres);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(path -> path.contains("postgres")).isPresent();
    }

    private static void stop(ProcessHandle server) {
        log.atInfo().addKeyValue("pid", server.pid()).log("stopping a left-over PostgreSQL");
        List<ProcessHandle> family =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        server.destroy();
        if (!haveEnded(family)) {
            family.forEach(ProcessHandle::destroyForcibly);
            if (!haveEnded(family)) {
                throw new EmbeddedStartException(
                        "a PostgreSQL server (process %d) still uses the data folder and does not"
                                        .formatted(server.pid())
                                + " stop: end it, then start again");
            }
        }
    }

    private static boolean haveEnded(List<ProcessHandle> family) {
        CompletableFuture<?>[] exits =
                family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(exits).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
