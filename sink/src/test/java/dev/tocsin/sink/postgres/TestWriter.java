package dev.tocsin.sink.postgres;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A writer that takes charge of everything before each batch. */
public final class TestWriter {
    private final BatchWriter writer;

    public TestWriter(TestDatabase database, String clusterId) {
        this(database, clusterId, Clock.fixed(TestRecords.NOON, ZoneOffset.UTC));
    }

    public TestWriter(TestDatabase database, String clusterId, Clock clock) {
        this.writer =
                new BatchWriter(
                        database.dataSource(),
                        clusterId,
                        new ChangeReader(TestRecords.SERDES, clock),
                        clock,
                        () -> {});
    }

    @SafeVarargs
    public final SinkCounts write(ConsumerRecord<byte[], byte[]>... records) throws Exception {
        writer.begin(
                ChangeReader.SOURCES.keySet().stream()
                        .map(name -> new TopicPartition(name, 0))
                        .toList());
        Map<TopicPartition, Long> next = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            next.put(new TopicPartition(record.topic(), 0), record.offset() + 1);
        }
        return writer.write(List.of(records), next);
    }
}
