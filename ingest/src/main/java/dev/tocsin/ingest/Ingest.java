package dev.tocsin.ingest;

import dev.tocsin.ingest.poll.FeedPoll;
import dev.tocsin.ingest.shard.PollListener;
import dev.tocsin.ingest.shard.PushParts;
import dev.tocsin.ingest.shard.ShardWorker;
import dev.tocsin.schemas.RecordSerdes;

import java.time.Clock;
import java.util.Optional;

/** The ingest part as a whole: polls the feeds of the partitions that its group gives it. */
public final class Ingest implements AutoCloseable {
    private final ShardWorker worker;

    public Ingest(
            IngestSettings settings,
            RecordSerdes serdes,
            FeedPoll poll,
            PollListener listener,
            Clock clock) {
        this(settings, serdes, poll, Optional.empty(), listener, clock);
    }

    /**
     * @param pushParts empty where hubs push nothing
     */
    public Ingest(
            IngestSettings settings,
            RecordSerdes serdes,
            FeedPoll poll,
            Optional<PushParts> pushParts,
            PollListener listener,
            Clock clock) {
        this.worker =
                new ShardWorker(
                        settings.shards(),
                        settings.instanceId(),
                        serdes,
                        poll,
                        pushParts,
                        listener,
                        clock);
    }

    /** Joins the group and polls until closed. */
    public void start() {
        worker.start();
    }

    /** How it is doing; cheap, never throws. */
    public IngestHealth health() {
        return IngestHealth.of(worker.isRunning(), worker.states());
    }

    /** Leaves the group after the commits under way. */
    @Override
    public void close() {
        worker.close();
    }
}
