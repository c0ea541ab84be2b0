package dev.tocsin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.app.embedded.LocalPostgres;
import dev.tocsin.sink.postgres.Database;
import dev.tocsin.sink.postgres.DatabaseAccess;
import dev.tocsin.sink.postgres.Migrations;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What alerts deliveries and alerts redeliver do with a real table. */
class DeliveriesCommandsTest {
    private static final String FILL =
            """
            truncate delivery cascade;
            alter sequence delivery_id_seq restart with 1;
            insert into delivery (target, state, held_because, created_at, due_at, attempts,
                last_status, last_error, lease_until, message_id)
            values
                ('desk', 'DELIVERED', null, now(), now(), 1, 204, null, null,
                    '00000000-0000-4000-8000-000000000001'),
                ('desk', 'PARKED', null, now(), now(), 7, 410, 'answered 410. It is gone', null,
                    '00000000-0000-4000-8000-000000000002'),
                ('mail', 'PARKED', null, now(), now(), 9, 550, 'no such reader', null,
                    '00000000-0000-4000-8000-000000000003'),
                ('mail', 'HELD', 'QUIET_HOURS', now(), now() + interval '1 hour', 0, null, null,
                    null, '00000000-0000-4000-8000-000000000004'),
                ('desk', 'WAITING', null, now(), now(), 0, null, null,
                    now() + interval '1 hour', '00000000-0000-4000-8000-000000000005')
            """;

    @TempDir static Path folder;
    private static LocalPostgres postgres;
    private static Database database;
    private static Path configuration = Path.of("");
    private int exitCode;

    @BeforeAll
    static void start() throws IOException {
        postgres = LocalPostgres.start(folder.resolve("postgres"));
        database = Database.open(new DatabaseAccess(postgres.jdbcUrl(), postgres.user(), ""));
        Migrations.apply(database.dataSource());
        configuration =
                Files.writeString(
                        folder.resolve("tocsin.yaml"),
                        "postgres: {url: \"%s\", user: \"%s\", password: \"\"}\n"
                                .formatted(postgres.jdbcUrl(), postgres.user()));
    }

    @AfterAll
    static void stop() {
        database.close();
        postgres.close();
    }

    @BeforeEach
    void fill() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(FILL);
        }
    }

    @Test
    void theListSaysHowEachDeliveryIsAndWhy() {
        String told = run("deliveries");

        assertThat(exitCode).isEqualTo(ExitCodes.DONE);
        assertThat(told)
                .containsPattern("1 +desk +delivered ")
                .containsPattern("2 +desk +parked .* 7 +410 .*It is gone")
                .containsPattern("4 +mail +held: quiet hours ");
    }

    @Test
    void theListIsNarrowedByStateAndTarget() {
        assertThat(run("deliveries", "--state", "parked", "--target", "mail"))
                .contains("no such reader")
                .doesNotContain("It is gone", "held");
        assertThat(run("deliveries", "--state", "parked", "--output", "json"))
                .contains("\"lastStatus\" : 410", "\"state\" : \"PARKED\"")
                .doesNotContain("DELIVERED");
    }

    @Test
    void aLimitThatMakesNoSenseIsAMatterOfUsage() {
        run("deliveries", "--limit", "0");

        assertThat(exitCode).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void oneIsDueAgainByItsNumberOrByTheIdThatItsReceiverHas() throws SQLException {
        run("redeliver", "2", "msg_00000000-0000-4000-8000-000000000001");

        assertThat(exitCode).isEqualTo(ExitCodes.DONE);
        assertThat(states())
                .containsExactly("WAITING 0", "WAITING 0", "PARKED 9", "HELD 0", "WAITING 0");
    }

    @Test
    void whatIsUnknownOrUnderWayIsSaidAndTheOthersAreSent() throws SQLException {
        run("redeliver", "99", "5", "3");

        assertThat(exitCode).isEqualTo(ExitCodes.FAILED);
        assertThat(states())
                .containsExactly("DELIVERED 1", "PARKED 7", "WAITING 0", "HELD 0", "WAITING 0");
    }

    @Test
    void allThatAreParkedForATargetAreDueAgain() throws SQLException {
        run("redeliver", "--parked", "--target", "desk");

        assertThat(exitCode).isEqualTo(ExitCodes.DONE);
        assertThat(states())
                .containsExactly("DELIVERED 1", "WAITING 0", "PARKED 9", "HELD 0", "WAITING 0");
    }

    @Test
    void neitherIdsNorParkedIsAMatterOfUsageAndChangesNothing() throws SQLException {
        run("redeliver");
        assertThat(exitCode).isEqualTo(ExitCodes.USAGE);
        run("redeliver", "2", "--parked");
        assertThat(exitCode).isEqualTo(ExitCodes.USAGE);
        run("redeliver", "2", "--target", "desk");
        assertThat(exitCode).isEqualTo(ExitCodes.USAGE);

        assertThat(states())
                .containsExactly("DELIVERED 1", "PARKED 7", "PARKED 9", "HELD 0", "WAITING 0");
    }

    private static List<String> states() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                ResultSet rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select state || ' ' || attempts from delivery order by id")) {
            List<String> states = new ArrayList<>();
            while (rows.next()) {
                states.add(rows.getString(1));
            }
            return states;
        }
    }

    private String run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("alerts"));
        all.addAll(List.of(arguments));
        all.addAll(
                List.of(
                        "--data",
                        folder.resolve("data").toString(),
                        "--config",
                        configuration.toString()));
        Shell.Run run = Shell.run(all.toArray(String[]::new));
        exitCode = run.exitCode();
        return run.out();
    }
}
