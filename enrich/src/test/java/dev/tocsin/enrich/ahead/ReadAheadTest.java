package dev.tocsin.enrich.ahead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;

class ReadAheadTest {
    private static final String ARTICLES = "articles";
    private static final TopicPartition PARTITION = new TopicPartition(ARTICLES, 0);

    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final Queue<String> threads = new ConcurrentLinkedQueue<>();
    private final ReadAhead readAhead = new ReadAhead(2);

    @AfterEach
    void stop() {
        readAhead.close();
    }

    @Test
    void theHelpersBeginBeforeAnyOutcomeIsAskedFor() {
        CountDownLatch done = new CountDownLatch(100);
        var deserializer =
                readAhead.reading(
                        ARTICLES,
                        bytes -> {
                            String outcome = shout(bytes);
                            done.countDown();
                            return outcome;
                        });

        var announced = readAhead.begin(poll(values(100)));
        waitFor(done);

        assertThat(outcomes(deserializer, announced)).isEqualTo(shouted(100));
        assertThat(begun).hasSize(100);
        assertThat(threads).allMatch(name -> name.startsWith("tocsin-read-ahead-"));
    }

    @Test
    void everyRecordIsWorkedOnOnceByWhoeverComesFirst() {
        var deserializer = shouting(_ -> {});

        for (int poll = 0; poll < 200; poll++) {
            begun.clear();
            var announced = readAhead.begin(poll(values(50)));
            assertThat(outcomes(deserializer, announced)).isEqualTo(shouted(50));
            assertThat(begun).containsExactlyInAnyOrderElementsOf(values(50));
        }
    }

    @Test
    void whileAHelperIsAtARecordTheStreamGoesOnWithTheNext() {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(9);
        ReadAhead one = new ReadAhead(1);
        var deserializer =
                one.reading(
                        ARTICLES,
                        bytes -> {
                            if (!text(bytes).equals("value 0")) {
                                others.countDown();
                                return shout(bytes);
                            }
                            first.countDown();
                            waitFor(others);
                            return "VALUE 0";
                        });
        try (one) {
            var announced = one.begin(poll(values(10)));
            waitFor(first);

            assertThat(outcomes(deserializer, announced)).isEqualTo(shouted(10));
        }
    }

    @Test
    void whatTheWorkThrowsIsThrownInTheTurnOfItsRecordAlone() {
        var deserializer =
                shouting(value -> {
                    if (value.equals("value 3")) {
                        throw new IllegalArgumentException("no article");
                    }
                });

        List<Incoming<String>> incoming = incoming(deserializer, readAhead.begin(poll(values(20))));

        assertThatThrownBy(() -> incoming.get(3).outcome().get())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no article");
        assertThat(incoming.get(4).outcome().get()).isEqualTo("VALUE 4");
    }

    @Test
    void fewRecordsAreNotWorthAHelper() {
        var deserializer = shouting(_ -> {});
        var few = poll(values(3));

        var announced = readAhead.begin(few);

        assertThat(announced).isSameAs(few);
        assertThat(outcomes(deserializer, announced)).isEqualTo(shouted(3));
        assertThat(threads).containsOnly(Thread.currentThread().getName());
    }

    @Test
    void moreThanAMebibyteOfOnePollWaitsForItsTurn() {
        String large = "y".repeat(100_000);
        var deserializer = shouting(_ -> {});
        List<String> values = IntStream.range(0, 30).mapToObj(i -> i + large).toList();

        var announced = readAhead.begin(poll(values));
        List<Incoming<String>> incoming = incoming(deserializer, announced);

        assertThat(announcedOf(announced)).isEqualTo(11);
        assertThat(incoming.get(29).outcome().get()).startsWith("29YYY");
    }

    @Test
    void recordsKeepAllElseThatTheyHave() {
        var _ = shouting(_ -> {});
        var polled = poll(values(20));

        var announced = readAhead.begin(polled);

        assertThat(announced.records(PARTITION))
                .usingRecursiveComparison()
                .ignoringFields("headers")
                .isEqualTo(polled.records(PARTITION));
        assertThat(announced.nextOffsets()).isEqualTo(polled.nextOffsets());
        assertThat(announced.records(PARTITION).get(7).headers().lastHeader("number").value())
                .isEqualTo(bytes("7"));
    }

    @Test
    void aRecordWithoutAValueIsPassedOn() {
        var deserializer = shouting(_ -> {});
        List<String> values = new ArrayList<>(values(20));
        values.set(5, null);

        List<Incoming<String>> incoming = incoming(deserializer, readAhead.begin(poll(values)));

        assertThat(incoming.get(5).bytes()).isNull();
        assertThat(incoming.get(6).outcome().get()).isEqualTo("VALUE 6");
    }

    @Test
    void otherKafkaTopicsAreLeftAlone() {
        var stories = poll(values(20));

        assertThat(readAhead.begin(stories)).isSameAs(stories);
    }

    @Test
    void whatClosedHelpersHaveNotBegunIsDoneInItsTurn() {
        CountDownLatch closed = new CountDownLatch(1);
        var deserializer =
                shouting(_ -> {
                    if (Thread.currentThread().getName().startsWith("tocsin-")) {
                        waitFor(closed);
                    }
                });
        var announced = readAhead.begin(poll(values(50)));

        readAhead.close();
        closed.countDown();

        assertThat(outcomes(deserializer, announced)).isEqualTo(shouted(50));
    }

    @Test
    void withoutHelpersAConsumerIsToldNothing() {
        assertThat(ReadAhead.none().consumerProperties()).isEmpty();
        assertThat(readAhead.consumerProperties()).hasSize(2);
    }

    /** What is read is worked on, after something else. */
    private Deserializer<Incoming<String>> shouting(Consumer<String> before) {
        return readAhead.reading(
                ARTICLES,
                bytes -> {
                    before.accept(text(bytes));
                    return shout(bytes);
                });
    }

    private String shout(byte[] bytes) {
        begun.add(text(bytes));
        threads.add(Thread.currentThread().getName());
        return text(bytes).replace("value", "VALUE").replace('y', 'Y');
    }

    private static void waitFor(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> values(int count) {
        return IntStream.range(0, count).mapToObj(i -> "value " + i).toList();
    }

    private static List<String> shouted(int count) {
        return IntStream.range(0, count).mapToObj(i -> "VALUE " + i).toList();
    }

    private static ConsumerRecords<byte[], byte[]> poll(List<String> values) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (String value : values) {
            int number = records.size();
            ConsumerRecord<byte[], byte[]> record =
                    new ConsumerRecord<>(
                            ARTICLES, 0, number, bytes("key"), value == null ? null : bytes(value));
            record.headers().add("number", bytes(String.valueOf(number)));
            records.add(record);
        }
        return new ConsumerRecords<>(Map.of(PARTITION, records), Map.of());
    }

    private static <T> List<Incoming<T>> incoming(
            Deserializer<Incoming<T>> deserializer, ConsumerRecords<byte[], byte[]> records) {
        return records.records(PARTITION).stream()
                .map(record -> deserializer.deserialize(ARTICLES, record.headers(), record.value()))
                .toList();
    }

    private static <T> List<T> outcomes(
            Deserializer<Incoming<T>> deserializer, ConsumerRecords<byte[], byte[]> records) {
        return incoming(deserializer, records).stream()
                .map(incoming -> incoming.outcome().get())
                .toList();
    }

    private static long announcedOf(ConsumerRecords<byte[], byte[]> records) {
        return records.records(PARTITION).stream()
                .filter(record -> record.headers() instanceof AnnouncedHeaders)
                .count();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
