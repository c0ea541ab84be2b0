package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.publish.CompactedLog;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.KafkaTopics;

import java.util.Collection;

/**
 * What Kafka holds of one shard.
 *
 * @param readTo offset in the registry's partition behind the last record that is in here
 */
record ShardLog(Collection<Feed> feeds, Collection<FeedCursor> cursors, long readTo) {

    /** Reads feeds and cursors of the partition to their ends. */
    static ShardLog read(CompactedLog log, int partition) {
        CompactedLog.Snapshot<Feed> feeds = log.read(KafkaTopics.FEEDS, partition);
        CompactedLog.Snapshot<FeedCursor> cursors = log.read(KafkaTopics.FEED_CURSORS, partition);
        return new ShardLog(
                feeds.values().values(),
                cursors.values().values(),
                feeds.positions().getOrDefault(partition, 0L));
    }
}
