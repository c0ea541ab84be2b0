package dev.tocsin.ingest.publish;

import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes Kafka records of polls. */
public final class PollEncoder {
    private final int partition;
    private final RecordSerdes serdes;

    /**
     * @param partition of the feed registry, and so of the cursors
     */
    public PollEncoder(int partition, RecordSerdes serdes) {
        this.partition = partition;
        this.serdes = serdes;
    }

    /**
     * The records of one poll, the cursor last.
     *
     * @throws org.apache.kafka.common.errors.SerializationException if one cannot be written
     */
    public PollRecords encode(PollResult result) {
        String feedId = result.feed().getId();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        result.articles().forEach(article -> records.add(record(article)));
        result.deadLetters()
                .forEach(letter ->
                        records.add(record(KafkaTopics.DEAD_LETTERS, null, null, feedId, letter)));
        result.events()
                .forEach(event ->
                        records.add(record(KafkaTopics.FEED_EVENTS, null, null, feedId, event)));
        records.add(record(KafkaTopics.FEED_CURSORS, partition, null, feedId, result.cursor()));
        return new PollRecords(result, records);
    }

    private ProducerRecord<String, byte[]> record(Article article) {
        long timestamp = recordTime(article).toEpochMilli();
        return record(KafkaTopics.ARTICLES, null, timestamp, article.getId(), article);
    }

    private ProducerRecord<String, byte[]> record(
            KafkaTopics kafkaTopic,
            @Nullable Integer toPartition,
            @Nullable Long timestamp,
            String key,
            SpecificRecord value) {
        byte[] bytes = serdes.format().encode(kafkaTopic, value);
        return new ProducerRecord<>(kafkaTopic.topicName(), toPartition, timestamp, key, bytes);
    }

    /** A claimed date in the future would move stream time past every window. */
    private static Instant recordTime(Article article) {
        Instant observed = article.getObservedAt();
        return article.getPublishedAt()
                .filter(claimed -> claimed.isBefore(observed) && claimed.toEpochMilli() >= 0)
                .orElse(observed);
    }
}
