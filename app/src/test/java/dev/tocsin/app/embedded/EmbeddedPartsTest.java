package dev.tocsin.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.KafkaTopicSetup;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** The broker and the database of a laptop keep what they were given. */
class EmbeddedPartsTest {

    @Test
    void kafkaComesBackOnOtherPortsWithItsTopicsAndItsIdentity(@TempDir Path folder)
            throws Exception {
        String clusterBefore;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            KafkaTopicSetup.ensure(Map.of("bootstrap.servers", kafka.bootstrap()), 2);
            clusterBefore = clusterId(kafka);
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            assertThat(admin.listTopics().names().get())
                    .contains("news.articles.v1", "news.feeds.v1");
            assertThat(clusterId(kafka)).isEqualTo(clusterBefore);
        }
    }

    @Test
    void postgresKeepsItsRowsAndIsDurable(@TempDir Path folder) throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.start(folder);
                Connection connection = connect(postgres)) {
            connection.createStatement().execute("create table kept as select 7 as figure");
        }

        try (LocalPostgres postgres = LocalPostgres.start(folder);
                Connection connection = connect(postgres)) {
            assertThat(single(connection, "select figure from kept")).isEqualTo("7");
            for (String setting :
                    new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(single(connection, "show " + setting)).as(setting).isEqualTo("on");
            }
        }
    }

    private static String clusterId(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static Connection connect(LocalPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "");
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
