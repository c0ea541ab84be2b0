package dev.tocsin.app.taxonomy;

import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CodebookFiles;
import dev.tocsin.ingest.publish.CompactedLog;
import dev.tocsin.schemas.ContentVersion;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.PublishedFile;
import dev.tocsin.schemas.PublishedVersion;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.schemas.TaxonomyRecord;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The taxonomies on Kafka: reads all versions, adds one, forgets the oldest. */
public final class TaxonomyLog {
    /** Versions that are kept, so that one can go back. */
    static final int MOST_VERSIONS = 20;

    /** Kafka takes records of 1 MiB unless told otherwise; key and framing need a little. */
    static final int MOST_BYTES = 1_000_000;

    private static final String TRANSACTIONAL_ID = "tocsin-taxonomy";
    private static final int PARTITION = 0;

    private final Map<String, Object> kafka;
    private final RecordSerdes serdes;

    /**
     * @param kafka client properties: the bootstrap address and what the operator added
     */
    public TaxonomyLog(Map<String, Object> kafka, RecordSerdes serdes) {
        this.kafka = Map.copyOf(kafka);
        this.serdes = serdes;
    }

    /**
     * What is published now.
     *
     * @throws KafkaException if Kafka does not answer
     */
    public PublishedVersions read() {
        return PublishedVersions.of(
                new CompactedLog(kafka, serdes)
                        .<TaxonomyRecord>read(KafkaTopics.TAXONOMY, PARTITION)
                        .values());
    }

    /** Paths of files that are too large for a record. */
    public static List<String> tooLarge(CodebookFiles files) {
        return files.texts().entrySet().stream()
                .filter(each ->
                        each.getValue().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Puts files in force as the next version, in one transaction. Whoever publishes at the same
     * time is fenced off and fails.
     *
     * @param codebook what the files say
     * @param note for those who read the history
     * @throws KafkaException if Kafka does not answer, or somebody else published meanwhile; then
     *     nothing has changed
     */
    public PublishedVersion publish(
            CodebookFiles files, Codebook codebook, String note, Instant now) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            // Fences first and reads then: a former publisher cannot commit what is not seen here.
            producer.initTransactions();
            PublishedVersions known = read();
            PublishedVersion next =
                    PublishedVersion.newBuilder()
                            .setNumber(
                                    known.newest().map(PublishedVersion::getNumber).orElse(0) + 1)
                            .setPublishedAt(now)
                            .setNote(note)
                            .setTaxonomyVersion(codebook.taxonomy().version())
                            .setAnnotationVersion(codebook.annotations().version())
                            .setFiles(listed(files))
                            .build();
            producer.beginTransaction();
            sendTexts(producer, files, known);
            send(producer, PublishedVersions.key(next), version(next));
            forget(producer, known, next);
            producer.commitTransaction();
            return next;
        }
    }

    private static List<PublishedFile> listed(CodebookFiles files) {
        return files.texts().entrySet().stream()
                .map(each -> new PublishedFile(each.getKey(), ContentVersion.of(each.getValue())))
                .toList();
    }

    private void sendTexts(
            KafkaProducer<String, byte[]> producer, CodebookFiles files, PublishedVersions known) {
        Set<String> there = new HashSet<>(known.hashes());
        for (String text : files.texts().values()) {
            String hash = ContentVersion.of(text);
            if (there.add(hash)) {
                send(
                        producer,
                        PublishedVersions.key(hash),
                        TaxonomyRecord.newBuilder().setText(text).build());
            }
        }
    }

    /** Versions beyond the number kept, and the texts that none of the others has. */
    private void forget(
            KafkaProducer<String, byte[]> producer,
            PublishedVersions known,
            PublishedVersion next) {
        List<PublishedVersion> kept = new ArrayList<>(List.of(next));
        for (PublishedVersion version : known.all()) {
            if (kept.size() < MOST_VERSIONS) {
                kept.add(version);
            } else {
                send(producer, PublishedVersions.key(version), null);
            }
        }
        Set<String> needed = new HashSet<>();
        kept.forEach(version -> version.getFiles().forEach(file -> needed.add(file.getHash())));
        for (String hash : known.hashes()) {
            if (!needed.contains(hash)) {
                send(producer, PublishedVersions.key(hash), null);
            }
        }
    }

    private static TaxonomyRecord version(PublishedVersion version) {
        return TaxonomyRecord.newBuilder().setVersion(version).build();
    }

    /** The commit fails if one of the records did not arrive. */
    private void send(
            KafkaProducer<String, byte[]> producer, String key, @Nullable TaxonomyRecord record) {
        byte @Nullable [] value =
                record == null ? null : serdes.format().encode(KafkaTopics.TAXONOMY, record);
        var unused =
                producer.send(
                        new ProducerRecord<String, byte @Nullable []>(
                                KafkaTopics.TAXONOMY.topicName(), PARTITION, key, value));
    }

    private KafkaProducer<String, byte[]> producer() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }
}
