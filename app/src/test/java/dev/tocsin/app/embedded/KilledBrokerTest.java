package dev.tocsin.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.app.process.TocsinProcess;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A broker killed while transactions are being committed ends each of them when it is started
 * again: what was to be committed is, in all partitions, and nothing stays open for ever.
 */
class KilledBrokerTest {
    private static final int LIVES = 3;
    private static final Pattern READY = Pattern.compile(BusyBroker.READY);
    private static final List<TopicPartition> PARTITIONS =
            IntStream.range(0, BusyBroker.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(BusyBroker.KAFKA_TOPIC, partition))
                    .toList();

    @Test
    void endsEveryTransactionThatTheKillInterrupted(@TempDir Path folder) throws Exception {
        for (int life = 0; life < LIVES; life++) {
            TocsinProcess busy =
                    TocsinProcess.start("busy", READY, BusyBroker.class, folder.toString());
            busy.awaitSaid();
            Thread.sleep(Duration.ofMillis(1_500));
            busy.kill();

            try (EmbeddedKafka broker = EmbeddedKafka.start(folder)) {
                fenceAllWriters(broker.bootstrap());
                everythingIsReadable(broker.bootstrap());
                everyTransactionIsWhole(broker.bootstrap());
            }
        }
    }

    /** As every part of Tocsin does when it starts again. */
    private static void fenceAllWriters(String bootstrap) {
        for (int writer = 0; writer < BusyBroker.WRITERS; writer++) {
            try (var producer = BusyBroker.producer(bootstrap, writer)) {
                producer.initTransactions();
            }
        }
    }

    private static void everythingIsReadable(String bootstrap) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(ends(bootstrap, IsolationLevel.READ_COMMITTED))
                                .isEqualTo(ends(bootstrap, IsolationLevel.READ_UNCOMMITTED)));
    }

    private static Map<TopicPartition, Long> ends(String bootstrap, IsolationLevel isolation)
            throws Exception {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        PARTITIONS.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Map<TopicPartition, ListOffsetsResultInfo> answers =
                    admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all().get();
            answers.forEach((partition, answer) -> ends.put(partition, answer.offset()));
        }
        return ends;
    }

    private static void everyTransactionIsWhole(String bootstrap) throws Exception {
        List<Map<String, List<Integer>>> numbers = new ArrayList<>();
        ends(bootstrap, IsolationLevel.READ_COMMITTED)
                .forEach((partition, end) -> numbers.add(numbers(bootstrap, partition, end)));
        Map<String, List<Integer>> first = numbers.getFirst();
        assertThat(numbers).allSatisfy(other -> assertThat(other).isEqualTo(first));
        assertThat(first.values())
                .hasSizeGreaterThanOrEqualTo(BusyBroker.WRITERS)
                .allSatisfy(written ->
                        assertThat(written)
                                .isEqualTo(IntStream.range(0, written.size()).boxed().toList()));
    }

    /** The committed numbers of every writer, in the order of the partition. */
    private static Map<String, List<Integer>> numbers(
            String bootstrap, TopicPartition partition, long end) {
        Map<String, List<Integer>> numbers = new HashMap<>();
        try (KafkaConsumer<String, Integer> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrap,
                                "isolation.level", "read_committed",
                                "auto.offset.reset", "earliest",
                                "enable.auto.commit", "false"),
                        new StringDeserializer(),
                        new IntegerDeserializer())) {
            consumer.assign(List.of(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record ->
                                numbers.computeIfAbsent(record.key(), writer -> new ArrayList<>())
                                        .add(record.value()));
            }
        }
        return numbers;
    }
}
