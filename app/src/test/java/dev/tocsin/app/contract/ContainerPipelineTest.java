package dev.tocsin.app.contract;

import dev.tocsin.sink.postgres.DatabaseAccess;

import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The contract on the official images; left out where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class ContainerPipelineTest extends PipelineContract {
    @Container static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.4.0");
    @Container static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:18");

    @Override
    String bootstrap() {
        return KAFKA.getBootstrapServers();
    }

    @Override
    DatabaseAccess database() {
        return new DatabaseAccess(
                POSTGRES.getJdbcUrl(), POSTGRES.getUsername(), POSTGRES.getPassword());
    }
}
