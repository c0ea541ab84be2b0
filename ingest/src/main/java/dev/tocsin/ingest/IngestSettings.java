package dev.tocsin.ingest;

import dev.tocsin.ingest.shard.ShardSettings;

import java.util.Optional;

/**
 * @param shards how the shards work
 * @param instanceId a name that survives a restart: a worker that comes back under it takes its
 *     feeds at once, without waiting for its former self to time out
 */
public record IngestSettings(ShardSettings shards, Optional<String> instanceId) {}
