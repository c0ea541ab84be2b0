package dev.tocsin.console.live;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.NewsStory;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.Tier;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

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

    static TopicPartition partition(int number) {
        return new TopicPartition(SOURCE, number);
    }

    static NewsStory story(String id, String title) {
        return NewsStory.newBuilder()
                .setId(id)
                .setStoryKey("key")
                .setTitle(title)
                .setFirstSeen(Instant.EPOCH)
                .setLastUpdate(Instant.EPOCH)
                .setArticles(3)
                .setCopyGroups(2)
                .setIndependentOrigins(2)
                .setConflictTopics(List.of("vell-war"))
                .build();
    }

    static Alert alert(String id, String title) {
        return Alert.newBuilder()
                .setId(id)
                .setKind(AlertKind.STORY)
                .setRuleId("vell")
                .setRuleName("Vell")
                .setRuleVersion("v1")
                .setSubject("a")
                .setTitle(title)
                .setRaisedAt(Instant.EPOCH)
                .setUpdatedAt(Instant.EPOCH)
                .setFirstSeen(Instant.EPOCH)
                .setConflictTopics(List.of("vell-war"))
                .setDelivery(AlertDelivery.newBuilder().build())
                .build();
    }

    /** A record of another Kafka topic than that of the articles. */
    static ConsumerRecord<byte[], byte[]> record(
            KafkaTopics kafkaTopic, long offset, SpecificRecord value) {
        return new ConsumerRecord<>(
                kafkaTopic.topicName(),
                0,
                offset,
                new byte[0],
                SERDES.format().encode(kafkaTopic, value));
    }

    static void kafkaTopic(MockConsumer<byte[], byte[]> consumer, int partitions) {
        kafkaTopic(consumer, SOURCE, partitions);
    }

    static void kafkaTopic(MockConsumer<byte[], byte[]> consumer, String name, int partitions) {
        Node[] none = new Node[0];
        List<PartitionInfo> infos =
                IntStream.range(0, partitions)
                        .mapToObj(number ->
                                new PartitionInfo(name, number, Node.noNode(), none, none))
                        .toList();
        consumer.updatePartitions(name, infos);
        for (PartitionInfo info : infos) {
            TopicPartition partition = new TopicPartition(name, info.partition());
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
            consumer.updateEndOffsets(Map.of(partition, 100L));
        }
    }
}
