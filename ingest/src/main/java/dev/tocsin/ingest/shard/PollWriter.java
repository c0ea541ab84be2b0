package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.ingest.publish.PollEncoder;
import dev.tocsin.ingest.publish.PollRecords;
import dev.tocsin.schemas.FeedCursor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;

/** Writes polls so that one that cannot be written keeps no other of its transaction back. */
final class PollWriter {
    private static final Logger log = LoggerFactory.getLogger(PollWriter.class);

    private final PollEncoder encoder;

    PollWriter(PollEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * The records of the poll, or of a broken poll in its place.
     *
     * @throws org.apache.kafka.common.errors.SerializationException if not even a cursor can be
     *     written, as when a schema registry is away
     */
    PollRecords records(PollResult result, FeedCursor before, Instant now) {
        try {
            PollRecords records = encoder.encode(result);
            return records.fit() ? records : tooLarge(result, before, now);
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("feedUrl", result.feed().getUrl())
                    .setCause(e)
                    .log("poll cannot be written");
            return encoder.encode(BrokenPoll.of(result.feed(), before, e, now));
        }
    }

    private PollRecords tooLarge(PollResult result, FeedCursor before, Instant now) {
        log.atError()
                .addKeyValue("feedUrl", result.feed().getUrl())
                .log("poll too large for Kafka");
        return encoder.encode(BrokenPoll.tooLarge(result.feed(), before, now));
    }
}
