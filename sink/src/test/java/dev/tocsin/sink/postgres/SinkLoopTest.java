package dev.tocsin.sink.postgres;

import static dev.tocsin.sink.postgres.TestRecords.article;
import static dev.tocsin.sink.postgres.TestRecords.harbour;
import static dev.tocsin.sink.postgres.TestRecords.revised;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.KafkaTopics;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

final class SinkLoopTest {
    private static final TopicPartition ARTICLES =
            new TopicPartition(KafkaTopics.TAGGED_ARTICLES.topicName(), 0);

    private final SettableClock clock = new SettableClock();
    private final SinkStatus status = new SinkStatus();
    private MockConsumer<byte[], byte[]> consumer;
    private TestDatabase database;
    private SinkLoop loop;

    @BeforeEach
    void start() throws SQLException {
        database = TestDatabase.migrated();
        consumer = newConsumer();
        loop = newLoop();
    }

    @Test
    void storesWhatArrivesAndRemembersHowFarItCame() throws SQLException {
        join();

        deliver(article(0, harbour()));

        assertThat(database.rows("select id from article")).containsExactly("harbour");
        assertThat(database.rows("select next_offset from kafka_offset")).containsExactly("1");
        assertThat(status.health().state()).isEqualTo(SinkHealth.State.RUNNING);
        assertThat(status.health().counts().articlesStored()).isEqualTo(1);
    }

    @Test
    void goesOnWhereTheDatabaseSays() throws SQLException {
        join();
        deliver(article(0, harbour()));
        consumer = newConsumer();
        loop = newLoop();

        join();

        assertThat(consumer.position(ARTICLES)).isEqualTo(1);
    }

    @Test
    void waitsForAnAbsentDatabaseAndThenLosesNothing() throws SQLException {
        join();
        database.execute("alter table kafka_offset rename to away");
        deliver(article(0, harbour()));
        assertThat(status.health().state()).isEqualTo(SinkHealth.State.WAITING);
        assertThat(consumer.paused()).contains(ARTICLES);
        database.execute("alter table away rename to kafka_offset");

        clock.advance(Duration.ofMinutes(1));
        loop.turn();
        deliver(article(0, harbour()), article(1, revised()));

        assertThat(database.rows("select revision from article")).containsExactly("2");
        assertThat(status.health().state()).isEqualTo(SinkHealth.State.RUNNING);
    }

    @Test
    void leavesTheDatabaseInPeaceUntilTheWaitIsOver() throws SQLException {
        join();
        database.execute("alter table kafka_offset rename to away");
        deliver(article(0, harbour()));
        database.execute("alter table away rename to kafka_offset");

        loop.turn();

        assertThat(consumer.paused()).contains(ARTICLES);
        assertThat(status.health().state()).isEqualTo(SinkHealth.State.WAITING);
    }

    @Test
    void joinsAgainWhenAnotherWriterWasFaster() throws SQLException {
        join();
        deliver(article(0, harbour()));
        database.execute("update kafka_offset set next_offset = 5");

        deliver(article(1, revised()));

        assertThat(database.rows("select revision from article")).containsExactly("1");
        assertThat(consumer.assignment()).isEmpty();
        assertThat(consumer.subscription()).contains(ARTICLES.topic());
    }

    @Test
    void startsOverWhenTheStoredOffsetLiesBeyondTheEnd() throws SQLException {
        join();
        deliver(article(0, harbour()));
        database.execute("update kafka_offset set next_offset = 5000");
        consumer = newConsumer();
        loop = newLoop();

        join();
        deliver(article(0, revised()));

        assertThat(database.rows("select revision from article")).containsExactly("2");
        assertThat(database.rows("select next_offset from kafka_offset")).containsExactly("1");
    }

    private void join() {
        loop.subscribe();
        consumer.rebalance(List.of(ARTICLES));
        loop.turn();
    }

    @SafeVarargs
    private void deliver(ConsumerRecord<byte[], byte[]>... records) {
        List.of(records).forEach(consumer::addRecord);
        loop.turn();
    }

    private SinkLoop newLoop() {
        ChangeReader reader = new ChangeReader(TestRecords.SERDES, clock);
        BatchWriter writer =
                new BatchWriter(database.dataSource(), "cluster-1", reader, clock, () -> {});
        Backoff backoff = new Backoff(clock, new SplittableRandom(1));
        return new SinkLoop(consumer, writer, backoff, status);
    }

    private static MockConsumer<byte[], byte[]> newConsumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updateBeginningOffsets(Map.of(ARTICLES, 0L));
        consumer.updateEndOffsets(Map.of(ARTICLES, 1_000L));
        return consumer;
    }
}
