package dev.tocsin.schemas;

import org.apache.avro.specific.SpecificRecord;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The Kafka topics of the pipeline: name, value, how many partitions by default, what is kept.
 *
 * <p>{@link #FEEDS}, {@link #FEED_CURSORS} and {@link #FEED_PUSHES} are co-partitioned by the hash
 * of the feed's host, so that one worker owns all feeds of a host. Articles and placements are
 * keyed by article id, stories by their own, corrections by the key that articles are gathered
 * under before they become stories.
 */
public enum KafkaTopics {
    FEEDS("news.feeds.v1", Feed.class, Retention.COMPACTED),
    FEED_CURSORS("news.feed-cursors.v1", FeedCursor.class, Retention.COMPACTED),
    FEED_PUSHES("news.feed-pushes.v1", FeedPush.class, Retention.DAYS),
    FEED_EVENTS("news.feed-events.v1", FeedEvent.class, Retention.WEEKS),
    ARTICLES("news.articles.v1", Article.class, Retention.FOR_EVER),
    TAGGED_ARTICLES("news.articles.tagged.v1", TaggedArticle.class, Retention.WEEKS),
    CORRECTIONS("news.corrections.v1", Correction.class, Retention.FOR_EVER),
    STORIES("news.stories.v1", NewsStory.class, Retention.WEEKS),
    STORY_PLACEMENTS("news.story-placements.v1", StoryPlacement.class, Retention.WEEKS),
    TAXONOMY("news.taxonomy.v1", TaxonomyRecord.class, Retention.COMPACTED),
    ALERT_RULES("news.alert-rules.v1", AlertRule.class, Retention.COMPACTED),
    ALERTS("news.alerts.v1", Alert.class, Retention.WEEKS),
    DEAD_LETTERS("news.dead-letters.v1", DeadLetter.class, Retention.WEEKS);

    /** Partitions where the configuration names no other figure. */
    public static final int DEFAULT_PARTITIONS = 4;

    private enum Retention {
        COMPACTED,
        FOR_EVER,
        WEEKS,
        DAYS
    }

    private final String topicName;
    private final Class<? extends SpecificRecord> valueType;
    private final Retention retention;

    KafkaTopics(String topicName, Class<? extends SpecificRecord> valueType, Retention retention) {
        this.topicName = topicName;
        this.valueType = valueType;
        this.retention = retention;
    }

    /** The name on the broker. */
    public String topicName() {
        return topicName;
    }

    /** The record type of the values; keys are UTF-8 strings everywhere. */
    Class<? extends SpecificRecord> valueType() {
        return valueType;
    }

    /** Broker-side settings for creating the Kafka topic. */
    public Map<String, String> settings() {
        return switch (retention) {
            case COMPACTED ->
                    Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.1");
            case FOR_EVER -> Map.of("cleanup.policy", "delete", "retention.ms", "-1");
            case WEEKS -> keptFor(Duration.ofDays(42));
            case DAYS -> keptFor(Duration.ofDays(3));
        };
    }

    /** By age on the broker: an old article is not old news here. */
    private static Map<String, String> keptFor(Duration age) {
        return Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                Long.toString(age.toMillis()),
                "message.timestamp.type",
                "LogAppendTime");
    }

    /** Whether a feed's records lie in the partition that has the feed. */
    boolean isPartitionedLikeFeeds() {
        return this == FEEDS || this == FEED_CURSORS || this == FEED_PUSHES;
    }

    /** Whether its records have to be read in the order in which they were written. */
    boolean isOnePartition() {
        return this == TAXONOMY;
    }

    /** All Kafka topics, in the order of the flow. */
    public static List<KafkaTopics> all() {
        return List.of(values());
    }
}
