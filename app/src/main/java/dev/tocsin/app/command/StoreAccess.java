package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.embedded.LocalPostgres;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.instance.InstanceLock;
import dev.tocsin.app.instance.RunningInstance;
import dev.tocsin.sink.postgres.Database;
import dev.tocsin.sink.postgres.DatabaseAccess;
import dev.tocsin.sink.postgres.Migrations;

import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * The database of an instance for a command that asks something: the external one, that of the
 * running process, or the embedded one, started for the moment.
 */
final class StoreAccess implements AutoCloseable {
    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private final Database database;

    private StoreAccess(Configuration configuration, DataFolder folder) {
        try {
            database = Database.open(access(configuration, folder));
            owned.push(database);
            Migrations.apply(database.dataSource());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Opens the database.
     *
     * @throws CommandFailure with a sentence, if nothing has ever been stored there
     */
    static StoreAccess open(Configuration configuration) {
        DataFolder folder = SettingFlags.folder(configuration);
        if (!exists(configuration, folder)) {
            throw new CommandFailure(
                    "nothing is stored in %s yet: run ./tocsin up first, or name another folder"
                                    .formatted(folder.root())
                            + " with --data (the demo's is .tocsin/demo)");
        }
        return new StoreAccess(configuration, folder);
    }

    private static boolean exists(Configuration configuration, DataFolder folder) {
        return configuration.postgres().url().isPresent() || Files.exists(folder.postgres());
    }

    DataSource dataSource() {
        return database.dataSource();
    }

    private DatabaseAccess access(Configuration configuration, DataFolder folder) {
        Configuration.Postgres settings = configuration.postgres();
        if (settings.url().isPresent()) {
            return new DatabaseAccess(settings.url().get(), settings.user(), settings.password());
        }
        Optional<InstanceLock> lock = InstanceLock.tryTake(folder);
        if (lock.isEmpty()) {
            return ofRunning(folder);
        }
        owned.push(lock.get());
        LocalPostgres postgres = LocalPostgres.start(folder.postgres());
        owned.push(postgres);
        return new DatabaseAccess(postgres.jdbcUrl(), postgres.user(), "");
    }

    private static DatabaseAccess ofRunning(DataFolder folder) {
        return RunningInstance.find(folder)
                .map(running -> new DatabaseAccess(running.jdbcUrl(), "postgres", ""))
                .orElseThrow(() ->
                        new CommandFailure(
                                "another process is starting or stopping in "
                                        + folder.root()
                                        + ": try again in a moment"));
    }

    @Override
    public void close() {
        while (!owned.isEmpty()) {
            closeOne(owned.pop());
        }
    }

    private static void closeOne(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            Messages.say("not closed cleanly: " + e);
        }
    }
}
