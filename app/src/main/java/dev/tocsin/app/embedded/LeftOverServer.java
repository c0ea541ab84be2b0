package dev.tocsin.app.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL server that outlives a process killed with SIGKILL. */
final class LeftOverServer {
    private static final Logger log = LoggerFactory.getLogger(LeftOverServer.class);
    private static final int PATIENCE_SECONDS = 10;

    private LeftOverServer() {}

    /** Stops the server that owns the data folder, if one does; its committed data are safe. */
    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> server =
                Files.readAllLines(pidFile).stream()
                        .findFirst()
                        .map(String::strip)
                        .map(Long::parseLong)
                        .flatMap(ProcessHandle::of)
                        .filter(LeftOverServer::isPostgres);
        if (server.isPresent()) {
            log.atInfo()
                    .addKeyValue("pid", server.get().pid())
                    .log("stopping a left-over PostgreSQL");
            stop(server.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(path -> path.contains("postgres")).isPresent();
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
