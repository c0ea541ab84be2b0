package dev.tocsin.ingest.shard;

/** How a shard is doing. */
public enum ShardState {
    /** Fencing the former owner and reading the cursors. */
    OPENING,
    POLLING,
    /** Kafka cannot be reached or refuses the transaction; trying again. */
    AWAY,
    /** Another worker has the partition. */
    LOST
}
