package dev.tocsin.ingest.shard;

import dev.tocsin.schemas.Feed;

import org.jspecify.annotations.Nullable;

/**
 * A record of the registry.
 *
 * @param offset where it stands in its partition
 * @param feed null: the feed has left the list
 */
record FeedUpdate(long offset, String feedId, @Nullable Feed feed) {}
