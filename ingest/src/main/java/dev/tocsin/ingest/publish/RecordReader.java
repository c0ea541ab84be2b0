package dev.tocsin.ingest.publish;

import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.schemas.UnreadableRecordException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/** Reads values one by one: a foreign record is logged and skipped, and stops nothing. */
public final class RecordReader<T extends SpecificRecord> {
    private static final Logger log = LoggerFactory.getLogger(RecordReader.class);

    private final KafkaTopics kafkaTopic;
    private final RecordSerdes serdes;

    public RecordReader(KafkaTopics kafkaTopic, RecordSerdes serdes) {
        this.kafkaTopic = kafkaTopic;
        this.serdes = serdes;
    }

    /** The value; empty where it is not a record of the Kafka topic. Not for tombstones. */
    public Optional<T> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(serdes.format().decode(kafkaTopic, record.value()));
        } catch (UnreadableRecordException e) {
            log.atError()
                    .addKeyValue("kafkaTopic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.getMessage())
                    .log("unreadable record skipped; write the key anew or a tombstone for it");
            return Optional.empty();
        }
    }
}
