package dev.tocsin.ingest.publish;

import dev.tocsin.ingest.poll.PollResult;

import org.apache.kafka.clients.producer.ProducerRecord;

import java.util.List;

/**
 * A poll as Kafka records: its articles, its dead letters, and last the cursor that accounts for
 * them.
 */
public record PollRecords(PollResult result, List<ProducerRecord<String, byte[]>> records) {
    /** Kafka's default for one record is 1 MiB, of which its own framing needs a little. */
    private static final int LARGEST = 1_000_000;

    public PollRecords {
        records = List.copyOf(records);
    }

    /** Whether Kafka takes every record; one too large would fail the whole transaction. */
    public boolean fit() {
        return records.stream().allMatch(record -> record.value().length <= LARGEST);
    }
}
