package dev.tocsin.app.embedded;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/**
 * A broker in a process of its own with many writers, each of which commits one transaction after
 * the other: whenever it is killed, some are in the middle of a commit.
 */
final class BusyBroker {
    static final String KAFKA_TOPIC = "busy";
    static final int PARTITIONS = 4;
    static final int WRITERS = 16;
    static final String READY = "writing";

    private BusyBroker() {}

    /** The producer of a writer; fences whoever had its name before once it is initialised. */
    static KafkaProducer<String, Integer> producer(String bootstrap, int writer) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "writer-" + writer),
                new StringSerializer(),
                new IntegerSerializer());
    }

    /** A writer of this life: of each of its numbers there is one record in every partition. */
    private static void write(String bootstrap, int writer) {
        String key = UUID.randomUUID().toString();
        try (KafkaProducer<String, Integer> producer = producer(bootstrap, writer)) {
            producer.initTransactions();
            for (int number = 0; ; number++) {
                producer.beginTransaction();
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    producer.send(new ProducerRecord<>(KAFKA_TOPIC, partition, key, number));
                }
                producer.commitTransaction();
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start(Path.of(arguments[0]))) {
            createTopic(broker.bootstrap());
            List<Thread> writers = new ArrayList<>();
            for (int each = 0; each < WRITERS; each++) {
                int writer = each;
                writers.add(Thread.ofPlatform().start(() -> write(broker.bootstrap(), writer)));
            }
            System.err.println(READY);
            for (Thread writer : writers) {
                writer.join();
            }
        }
    }

    private static void createTopic(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            if (!admin.listTopics().names().get().contains(KAFKA_TOPIC)) {
                admin.createTopics(List.of(new NewTopic(KAFKA_TOPIC, PARTITIONS, (short) 1)))
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("no topic to write to", e);
        }
    }
}
