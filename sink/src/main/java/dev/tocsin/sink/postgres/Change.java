package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.Correction;
import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedEvent;
import dev.tocsin.schemas.NewsStory;
import dev.tocsin.schemas.StoryPlacement;
import dev.tocsin.schemas.TaggedArticle;

import org.apache.kafka.common.TopicPartition;

/** What one Kafka record asks of the database. */
sealed interface Change {

    /** A known or unknown article in some feed. */
    record Seen(TaggedArticle article) implements Change {}

    /** A feed of the list, new or altered. */
    record FeedListed(Feed feed) implements Change {}

    /** A feed that was taken off the list. */
    record FeedUnlisted(String feedId) implements Change {}

    /** How a feed is doing. */
    record FeedPolled(FeedCursor cursor) implements Change {}

    /** How a feed is doing is of no interest any more. */
    record FeedForgotten(String feedId) implements Change {}

    /** A story as it stands now. */
    record StoryTold(NewsStory story) implements Change {}

    /** Which story an article is in. */
    record Placed(StoryPlacement placement) implements Change {}

    /** What a person has decided. */
    record Corrected(Correction correction) implements Change {}

    /** A rule, new or altered. */
    record RuleListed(AlertRule rule) implements Change {}

    /** A rule that was taken away. */
    record RuleUnlisted(String ruleId) implements Change {}

    /** An alert, raised or updated. */
    record Alerted(Alert alert) implements Change {}

    /** Something that people should hear about a feed, and the record that led to the row. */
    record FeedTold(int partition, long offset, FeedEvent event) implements Change {}

    /**
     * A dead letter, and the record that led to the row.
     *
     * @param own whether it was the sink that failed
     */
    record Letter(TopicPartition partition, long offset, DeadLetter letter, boolean own)
            implements Change {}
}
