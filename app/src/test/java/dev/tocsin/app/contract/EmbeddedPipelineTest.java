package dev.tocsin.app.contract;

import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.app.embedded.LocalPostgres;
import dev.tocsin.sink.postgres.DatabaseAccess;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The contract on the broker and the database that come with the program. */
class EmbeddedPipelineTest extends PipelineContract {
    @TempDir static Path folder;
    private static EmbeddedKafka kafka;
    private static LocalPostgres postgres;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        postgres = LocalPostgres.start(folder.resolve("postgres"));
    }

    @AfterAll
    static void stop() {
        kafka.close();
        postgres.close();
    }

    @Override
    String bootstrap() {
        return kafka.bootstrap();
    }

    @Override
    DatabaseAccess database() {
        return new DatabaseAccess(postgres.jdbcUrl(), postgres.user(), "");
    }
}
