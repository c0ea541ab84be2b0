package dev.tocsin.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

final class DatabaseTest {

    @Test
    void opensAPoolOnARunningDatabase() throws SQLException {
        try (Database database = Database.open(TestDatabase.empty().access());
                Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void refusalNamesTheDatabaseAndTheReasonButNoSecrets() throws SQLException {
        String url = TestDatabase.empty().access().jdbcUrl().replaceFirst("/test\\d+", "/nowhere");
        DatabaseAccess access =
                new DatabaseAccess(url + "&password=hunter2", "postgres", "hunter2");

        assertThatThrownBy(() -> Database.open(access))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("/nowhere")
                .hasMessageContaining("does not exist")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void accessDoesNotShowThePassword() {
        assertThat(new DatabaseAccess("jdbc:postgresql://h/d?password=p4ss", "me", "p4ss"))
                .hasToString("DatabaseAccess[jdbc:postgresql://h/d, user=me, password=***]");
    }

    @Test
    void migratingTwiceChangesNothing() throws SQLException {
        String applied = "select version, checksum, installed_on from flyway_schema_history";
        TestDatabase database = TestDatabase.migrated();
        List<String> before = database.rows(applied);

        Migrations.apply(database.dataSource());

        assertThat(database.rows(applied)).isNotEmpty().isEqualTo(before);
    }

    @Test
    void aMigrationThatFailsSaysSo() throws SQLException {
        TestDatabase database = TestDatabase.empty();
        database.execute("create table article (id int)");

        assertThatThrownBy(() -> Migrations.apply(database.dataSource()))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("The tables cannot be brought up to date");
    }
}
