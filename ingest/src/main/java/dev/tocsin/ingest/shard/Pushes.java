package dev.tocsin.ingest.shard;

import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.RecordSerdes;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What hubs pushed for the feeds of one shard. Used by the shard's thread only. */
sealed interface Pushes extends AutoCloseable permits ShardPushes, Pushes.None {

    static Pushes open(
            Optional<PushParts> parts,
            int partition,
            Map<String, Object> kafka,
            RecordSerdes serdes) {
        return parts.isPresent()
                ? ShardPushes.open(parts.get(), partition, kafka, serdes)
                : new None();
    }

    /** The feed may have left the list, or may have been disabled. */
    void changed(Feed before);

    /** Deals with what has come; does not wait. At most one result for every feed. */
    PushTurn turn(ShardFeeds feeds, Instant now);

    @Override
    void close();

    /** WebSub is switched off. */
    record None() implements Pushes {
        @Override
        public void changed(Feed before) {}

        @Override
        public PushTurn turn(ShardFeeds feeds, Instant now) {
            return PushTurn.NOTHING;
        }

        @Override
        public void close() {}
    }
}
