package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.EvidenceRole;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedEvent;
import dev.tocsin.schemas.FeedEventKind;
import dev.tocsin.schemas.FeedState;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.TextField;
import dev.tocsin.schemas.Tier;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A few records that everybody knows. */
public final class TestRecords {
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    public static final RecordSerdes SERDES = new RecordSerdes(RecordFormat.of(Optional.empty()));

    private TestRecords() {}

    /** Article {@code harbour}, first text, confirmed for one conflict topic. */
    public static TaggedArticle.Builder harbour() {
        return TaggedArticle.newBuilder()
                .setId("harbour")
                .setOccurrence(Occurrence.FIRST)
                .setRevision(1)
                .setContentHash("hash-1")
                .setFeedId("feed-a")
                .setFeedTitle("Harbour Post")
                .setUrl("https://post.example/harbour")
                .setTitle("Shells hit the harbour of Vell")
                .setSummary("Port closed")
                .setBody("Cranes burned through the night.")
                .setAuthors(List.of("A. \"Quote\" Writer", "back\\slash, comma"))
                .setLanguage("en")
                .setObservedAt(NOON)
                .setEventAt(NOON)
                .setTaxonomyVersion("v1")
                .setTags(List.of(tag("vell-war", Tier.CONFIRMED)));
    }

    public static TaggedArticle.Builder revised() {
        return harbour()
                .setOccurrence(Occurrence.REVISION)
                .setRevision(2)
                .setContentHash("hash-2")
                .setTitle("Harbour of Vell reopens")
                .setTags(List.of(tag("vell-truce", Tier.RELATED)));
    }

    public static TaggedArticle.Builder sightedElsewhere() {
        return harbour()
                .setOccurrence(Occurrence.SIGHTING)
                .setFeedId("feed-b")
                .setTitle("Another headline")
                .setUrl("https://wire.example/harbour");
    }

    public static Tag tag(String conflictTopic, Tier tier) {
        Evidence evidence =
                Evidence.newBuilder()
                        .setTerm("vell")
                        .setRole(EvidenceRole.STRONG)
                        .setField(TextField.TITLE)
                        .setStart(26)
                        .setEnd(30)
                        .setText("Vell")
                        .setWeight(3)
                        .build();
        return Tag.newBuilder()
                .setConflictTopic(conflictTopic)
                .setTier(tier)
                .setScore(3)
                .setEvidence(List.of(evidence))
                .build();
    }

    public static Feed feed() {
        return Feed.newBuilder()
                .setId("feed-a")
                .setUrl("https://post.example/rss")
                .setTitle("Harbour Post")
                .setFolders(List.of("coast"))
                .build();
    }

    public static FeedCursor cursor() {
        return FeedCursor.newBuilder()
                .setFeedId("feed-a")
                .setState(FeedState.HEALTHY)
                .setLastPollAt(NOON)
                .setPolls(7)
                .setEntriesSeen(5)
                .setPublished(5)
                .setEntriesPerDay(12.5)
                .setPollsWithNews(2)
                .setNextPollReason("about 12 entries a day")
                .build();
    }

    public static FeedEvent feedEvent() {
        return FeedEvent.newBuilder()
                .setFeedId("feed-a")
                .setFeedUrl("https://post.example/rss")
                .setFeedTitle("Harbour Post")
                .setAt(NOON)
                .setKind(FeedEventKind.GONE_QUIET)
                .setText("No new entry for 2 d.")
                .build();
    }

    public static DeadLetter deadLetter() {
        return DeadLetter.newBuilder()
                .setStage("ingest")
                .setSource("https://post.example/rss")
                .setErrorClass("BrokenEntry")
                .setErrorText("no title")
                .setOriginalValue(ByteBuffer.wrap("<item/>".getBytes(StandardCharsets.UTF_8)))
                .setAt(NOON)
                .build();
    }

    public static ConsumerRecord<byte[], byte[]> article(
            long offset, TaggedArticle.Builder article) {
        return record(KafkaTopics.TAGGED_ARTICLES, offset, "harbour", article.build());
    }

    @SuppressWarnings("NullAway") // Kafka's record takes null for a tombstone
    public static ConsumerRecord<byte[], byte[]> record(
            KafkaTopics kafkaTopic, long offset, String key, @Nullable SpecificRecord value) {
        byte[] bytes = value == null ? null : SERDES.format().encode(kafkaTopic, value);
        return raw(kafkaTopic, offset, key, bytes);
    }

    @SuppressWarnings("NullAway")
    public static ConsumerRecord<byte[], byte[]> raw(
            KafkaTopics kafkaTopic, long offset, String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                kafkaTopic.topicName(), 0, offset, key.getBytes(StandardCharsets.UTF_8), value);
    }
}
