package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.Correction;
import dev.tocsin.schemas.CorrectionKind;
import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.UnreadableRecordException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns Kafka records into changes; what it cannot read becomes a dead letter of the sink. */
final class ChangeReader {
    /** The Kafka topics that end up in the database. */
    static final Map<String, KafkaTopics> SOURCES =
            Stream.of(
                            KafkaTopics.TAGGED_ARTICLES,
                            KafkaTopics.FEEDS,
                            KafkaTopics.FEED_CURSORS,
                            KafkaTopics.FEED_EVENTS,
                            KafkaTopics.CORRECTIONS,
                            KafkaTopics.STORIES,
                            KafkaTopics.STORY_PLACEMENTS,
                            KafkaTopics.ALERT_RULES,
                            KafkaTopics.ALERTS,
                            KafkaTopics.DEAD_LETTERS)
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    KafkaTopics::topicName, Function.identity()));

    private final RecordSerdes serdes;
    private final Clock clock;

    ChangeReader(RecordSerdes serdes, Clock clock) {
        this.serdes = serdes;
        this.clock = clock;
    }

    /**
     * Reads one record.
     *
     * @throws SerializationException if the schema registry is away; the record may be fine
     */
    Change read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return decode(record);
        } catch (UnreadableRecordException e) {
            return deadLetter(record, e);
        } catch (SerializationException e) {
            throw e;
        } catch (RuntimeException e) {
            return deadLetter(record, e);
        }
    }

    /** What becomes of a record that the sink cannot handle. */
    Change.Letter deadLetter(ConsumerRecord<byte[], byte[]> record, Exception why) {
        DeadLetter letter =
                DeadLetter.newBuilder()
                        .setStage("sink")
                        .setSource(
                                record.topic() + "-" + record.partition() + "@" + record.offset())
                        .setErrorClass(why.getClass().getSimpleName())
                        .setErrorText(Reasons.of(why))
                        .setOriginalKey(wrap(record.key()))
                        .setOriginalValue(wrap(record.value()))
                        .setAt(clock.instant())
                        .build();
        return new Change.Letter(partition(record), record.offset(), letter, true);
    }

    private Change decode(ConsumerRecord<byte[], byte[]> record) {
        KafkaTopics source = SOURCES.get(record.topic());
        return switch (source) {
            case FEEDS ->
                    record.value() == null
                            ? new Change.FeedUnlisted(key(record))
                            : new Change.FeedListed(value(source, record));
            case FEED_CURSORS ->
                    record.value() == null
                            ? new Change.FeedForgotten(key(record))
                            : new Change.FeedPolled(value(source, record));
            case ALERT_RULES ->
                    record.value() == null
                            ? new Change.RuleUnlisted(key(record))
                            : new Change.RuleListed(value(source, record));
            case ALERTS -> new Change.Alerted(value(source, record));
            case STORIES -> new Change.StoryTold(value(source, record));
            case STORY_PLACEMENTS -> new Change.Placed(value(source, record));
            case CORRECTIONS -> new Change.Corrected(known(this.<Correction>value(source, record)));
            case TAGGED_ARTICLES ->
                    new Change.Seen(known(this.<TaggedArticle>value(source, record)));
            case DEAD_LETTERS ->
                    new Change.Letter(
                            partition(record), record.offset(), value(source, record), false);
            case FEED_EVENTS ->
                    new Change.FeedTold(record.partition(), record.offset(), value(source, record));
            case ARTICLES, FEED_PUSHES, TAXONOMY ->
                    throw new UnreadableRecordException("not a source of the sink");
            case null -> throw new UnreadableRecordException("not a source of the sink");
        };
    }

    private <T extends org.apache.avro.specific.SpecificRecord> T value(
            KafkaTopics source, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new UnreadableRecordException("no value, where one is always expected");
        }
        return serdes.format().decode(source, record.value());
    }

    private static TaggedArticle known(TaggedArticle article) {
        if (article.getOccurrence() == Occurrence.UNKNOWN) {
            throw new UnreadableRecordException(
                    "an occurrence that this version does not know; it was written by a newer one");
        }
        return article;
    }

    private static Correction known(Correction correction) {
        if (correction.getKind() == CorrectionKind.UNKNOWN) {
            throw new UnreadableRecordException(
                    "a kind of correction that this version does not know; it was written by a"
                            + " newer one");
        }
        return correction;
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            throw new UnreadableRecordException("neither key nor value");
        }
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static @Nullable ByteBuffer wrap(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
