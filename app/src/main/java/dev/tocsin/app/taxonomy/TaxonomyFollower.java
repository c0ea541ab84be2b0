package dev.tocsin.app.taxonomy;

import dev.tocsin.console.api.Health;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CurrentCodebook;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.ingest.publish.RecordReader;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.PublishedVersion;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.schemas.TaxonomyRecord;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the codebook in force equal to the newest taxonomy on Kafka. One that cannot be used
 * changes nothing: that which was in force stays, and the health says why.
 */
public final class TaxonomyFollower implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TaxonomyFollower.class);
    private static final TopicPartition PARTITION =
            new TopicPartition(KafkaTopics.TAXONOMY.topicName(), 0);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PublishedVersions versions = new PublishedVersions();
    private final RecordReader<TaxonomyRecord> reader;
    private final KafkaConsumer<String, byte[]> consumer;
    private final CurrentCodebook current;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("taxonomy").unstarted(this::run);
    private int considered;
    private volatile String inForce = "the taxonomy that ships is in force";
    private volatile String problem = "";

    private TaxonomyFollower(
            Map<String, Object> kafka, RecordSerdes serdes, CurrentCodebook current) {
        this.reader = new RecordReader<>(KafkaTopics.TAXONOMY, serdes);
        this.consumer = consumer(kafka);
        this.current = current;
    }

    /**
     * Puts in force what is published now, and goes on following.
     *
     * @param kafka client properties: the bootstrap address and what the operator added
     * @param current what ships, as long as nothing better can be read
     * @throws KafkaException if Kafka does not answer
     */
    public static TaxonomyFollower start(
            Map<String, Object> kafka, RecordSerdes serdes, CurrentCodebook current) {
        TaxonomyFollower follower = new TaxonomyFollower(kafka, serdes, current);
        try {
            follower.catchUp();
        } catch (RuntimeException e) {
            follower.consumer.close();
            throw e;
        }
        follower.thread.start();
        return follower;
    }

    private void catchUp() {
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        while (consumer.position(PARTITION) < end) {
            take();
        }
        versions.newest().ifPresent(this::consider);
        if (!problem.isEmpty()) {
            goBack();
        }
    }

    /** At the start an older version is better than the one that ships. */
    private void goBack() {
        for (PublishedVersion version : versions.all()) {
            if (version.getNumber() < considered && putInForce(version).isEmpty()) {
                return;
            }
        }
    }

    private void run() {
        try (consumer) {
            while (stopping.getCount() > 0) {
                follow();
            }
        } catch (WakeupException e) {
            log.atDebug().log("taxonomy no longer followed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() throws InterruptedException {
        try {
            take();
            versions.newest()
                    .filter(version -> version.getNumber() > considered)
                    .ifPresent(this::consider);
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("error", e.toString())
                    .log("taxonomy cannot be followed, trying again");
            var unused = stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void consider(PublishedVersion version) {
        considered = version.getNumber();
        problem =
                putInForce(version)
                        .map(error -> "version %d cannot be used: %s".formatted(considered, error))
                        .orElse("");
    }

    /** What keeps the version from being used; empty if it is in force now. */
    private Optional<String> putInForce(PublishedVersion version) {
        try {
            boolean changed = current.swap(Codebook.read(versions.files(version)));
            inForce = "version %d is in force".formatted(version.getNumber());
            log.atInfo()
                    .addKeyValue("number", version.getNumber())
                    .addKeyValue("taxonomyVersion", current.get().tagger().taxonomyVersion())
                    .addKeyValue("annotationVersion", current.get().annotator().version())
                    .addKeyValue("changed", changed)
                    .log("published taxonomy in force");
            return Optional.empty();
        } catch (TaxonomyException | IncompleteVersionException | RuntimeException e) {
            String error = String.valueOf(e.getMessage());
            log.atWarn()
                    .addKeyValue("number", version.getNumber())
                    .addKeyValue("error", error)
                    .log("published taxonomy cannot be used, the one in force stays");
            return Optional.of(error);
        }
    }

    /** A record that cannot be read just now, such as without the registry, comes again. */
    private void take() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            try {
                apply(record);
            } catch (RuntimeException e) {
                consumer.seek(PARTITION, record.offset());
                throw e;
            }
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            versions.apply(record.key(), null);
        } else {
            reader.read(record).ifPresent(read -> versions.apply(record.key(), read));
        }
    }

    /** Which taxonomy is in force, and why it is not the newest. */
    public Health health() {
        return TaxonomyHealth.of(current, inForce, problem);
    }

    private static KafkaConsumer<String, byte[]> consumer(Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(
                properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        stopping.countDown();
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
