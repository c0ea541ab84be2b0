package dev.tocsin.console.live;

import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.Tier;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tagged articles, and a Kafka topic whose partitions end at offset 100. */
final class LiveRecords {
    static final RecordSerdes SERDES = new RecordSerdes(RecordFormat.of(Optional.empty()));
    private static final String SOURCE = KafkaTopics.TAGGED_ARTICLES.topicName();

    private LiveRecords() {}

    static TaggedArticle article(String id, String conflictTopic) {
        Tag tag =
                Tag.newBuilder()
                        .setConflictTopic(conflictTopic)
                        .setTier(Tier.CONFIRMED)
                        .setScore(3)
                        .build();
        return TaggedArticle.newBuilder()
                .setId(id)
                .setOccurrence(Occurrence.FIRST)
                .setContentHash("hash")
                .setFeedId("feed-a")
                .setFeedTitle("Harbour Post")
                .setObservedAt(Instant.EPOCH)
                .setEventAt(Instant.EPOCH)
                .setTags(List.of(tag))
                .build();
    }

    static ConsumerRecord<byte[], byte[]> record(long offset, TaggedArticle article) {
        return raw(offset, SERDES.format().encode(KafkaTopics.TAGGED_ARTICLES, article));
    }

    static ConsumerRecord<byte[], byte[]> raw(long offset, byte[] value) {
        return new ConsumerRecord<>(SOURCE, 0, offset, new byte[0], value);
    }

    static void kafkaTopic(MockConsumer<byte[], byte[]> consumer, int partitions) {
        Node[] none = new Node[0];
        List<PartitionInfo> infos =
                IntStream.range(0, partitions)
                        .mapToObj(number ->
                                new PartitionInfo(SOURCE, number, Node.noNode(), none, none))
                        .toList();
        consumer.updatePartitions(SOURCE, infos);
        for (PartitionInfo info : infos) {
            consumer.updateBeginningOffsets(Map.of(LiveKafka.partition(info.partition()), 0L));
            consumer.updateEndOffsets(Map.of(LiveKafka.partition(info.partition()), 100L));
        }
    }
}
