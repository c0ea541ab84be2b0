package dev.tocsin.console.live;

import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.schemas.UnreadableRecordException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads what is news outside any consumer group. */
final class LiveKafka {
    private static final Logger log = LoggerFactory.getLogger(LiveKafka.class);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final RecordSerdes serdes;

    LiveKafka(Map<String, Object> kafkaProperties, RecordSerdes serdes) {
        this(() -> newConsumer(kafkaProperties), serdes);
    }

    LiveKafka(Supplier<Consumer<byte[], byte[]>> consumers, RecordSerdes serdes) {
        this.consumers = consumers;
        this.serdes = serdes;
    }

    Consumer<byte[], byte[]> consumer() {
        return consumers.get();
    }

    static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (KafkaTopics source : LiveSources.all()) {
            for (PartitionInfo info : infos(consumer, source)) {
                partitions.add(new TopicPartition(info.topic(), info.partition()));
            }
        }
        return partitions;
    }

    /** None as long as there is no such Kafka topic. */
    private static List<PartitionInfo> infos(
            Consumer<byte[], byte[]> consumer, KafkaTopics source) {
        @Nullable List<PartitionInfo> infos = consumer.partitionsFor(source.topicName());
        return infos == null ? List.of() : infos;
    }

    static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** Null for what cannot be read; the sink keeps that among the dead letters. */
    @Nullable LiveEvent event(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            TopicPartition partition = partition(record);
            SpecificRecord read = serdes.format().decode(LiveSources.of(partition), record.value());
            return new LiveEvent(partition, record.offset(), read);
        } catch (UnreadableRecordException e) {
            log.atDebug()
                    .addKeyValue("partition", partition(record))
                    .addKeyValue("offset", record.offset())
                    .log("unreadable record left out of the live stream");
            return null;
        }
    }

    private static Consumer<byte[], byte[]> newConsumer(Map<String, Object> kafkaProperties) {
        Map<String, Object> properties = new HashMap<>(kafkaProperties);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
