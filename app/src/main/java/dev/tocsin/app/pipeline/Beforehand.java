package dev.tocsin.app.pipeline;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.console.Console;
import dev.tocsin.sink.postgres.DatabaseAccess;
import dev.tocsin.sink.postgres.DatabaseCheck;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Set;

/** What would stop a start halfway is found out before broker and database have been started. */
final class Beforehand {
    private static final Logger log = LoggerFactory.getLogger(Beforehand.class);

    private Beforehand() {}

    /**
     * Tries the port of the page and the external database, as far as the parts need them.
     *
     * @throws RuntimeException with a sentence if one of them refuses
     */
    static void check(Configuration configuration, Set<Part> parts, Duration patience) {
        if (parts.contains(Part.CONSOLE)) {
            Console.checkPort(configuration.console().bind(), configuration.console().port());
        }
        if (parts.stream().anyMatch(Part::needsDatabase)) {
            checkDatabase(configuration.postgres(), patience);
        }
    }

    private static void checkDatabase(Configuration.Postgres settings, Duration patience) {
        if (settings.url().isEmpty()) {
            return;
        }
        DatabaseAccess access =
                new DatabaseAccess(settings.url().get(), settings.user(), settings.password());
        DatabaseCheck.run(
                access,
                patience,
                () ->
                        log.atInfo()
                                .addKeyValue("at", access.shownUrl())
                                .addKeyValue("forSeconds", patience.toSeconds())
                                .log("waiting for the database"));
    }
}
