package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedEvent;
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
