package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.poll.FeedPoll;
import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.ingest.publish.CompactedLog;
import dev.tocsin.ingest.publish.ShardProducer;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Polls the feeds of one partition. One thread decides and publishes; fetches run beside it on
 * virtual threads. A finished poll counts only once its transaction is committed, so whatever
 * happens in between, the next owner starts from a cursor and articles that agree.
 *
 * <p>Opening fences the former owner first and reads the cursors second; the other way round, the
 * former owner could still commit a cursor that was already read.
 */
final class Shard implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Shard.class);
    private static final int MAX_BATCH = 200;
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final int partition;
    private final ShardSettings settings;
    private final RecordSerdes serdes;
    private final FeedPoll poll;
    private final PollListener listener;
    private final Semaphore inFlight;
    private final Clock clock;
    private final Queue<FeedUpdate> updates = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile ShardState state = ShardState.OPENING;

    Shard(
            int partition,
            ShardSettings settings,
            RecordSerdes serdes,
            FeedPoll poll,
            PollListener listener,
            Semaphore inFlight,
            Clock clock) {
        this.partition = partition;
        this.settings = settings;
        this.serdes = serdes;
        this.poll = poll;
        this.listener = listener;
        this.inFlight = inFlight;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("ingest-" + partition).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** A later record of the registry; may be called from another thread. */
    void update(FeedUpdate update) {
        updates.add(update);
    }

    ShardState state() {
        return state;
    }

    private void run() {
        Duration pause = IDLE;
        while (!stopping) {
            try (ShardProducer producer = new ShardProducer(partition, settings.kafka(), serdes)) {
                own(producer);
            } catch (ProducerFencedException e) {
                log.atInfo()
                        .addKeyValue("partition", partition)
                        .log("feeds taken over by another worker");
                state = ShardState.LOST;
                return;
            } catch (KafkaException e) {
                state = ShardState.AWAY;
                pause = backOff(pause, e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void own(ShardProducer producer) throws InterruptedException {
        CompactedLog compactedLog = new CompactedLog(settings.kafka(), serdes);
        ShardFeeds feeds = ShardFeeds.load(compactedLog, partition, settings, clock.instant());
        BlockingQueue<PollResult> finished = new LinkedBlockingQueue<>();
        state = ShardState.POLLING;
        while (!stopping) {
            takeUpdates(feeds);
            startDue(feeds, finished);
            List<PollResult> batch = collect(feeds, finished);
            if (!batch.isEmpty()) {
                publish(producer, feeds, batch);
            }
        }
    }

    private void takeUpdates(ShardFeeds feeds) {
        for (FeedUpdate next = updates.poll(); next != null; next = updates.poll()) {
            feeds.update(next, clock.instant());
        }
    }

    private void startDue(ShardFeeds feeds, BlockingQueue<PollResult> finished) {
        while (inFlight.tryAcquire()) {
            Feed feed = feeds.take(clock.instant()).orElse(null);
            if (feed == null) {
                inFlight.release();
                return;
            }
            FeedCursor cursor = feeds.cursor(feed.getId());
            Thread.startVirtualThread(() -> fetch(feed, cursor, finished));
        }
    }

    private void fetch(Feed feed, FeedCursor cursor, BlockingQueue<PollResult> finished) {
        try {
            finished.add(poll.poll(feed, cursor));
        } catch (RuntimeException e) {
            log.atError().addKeyValue("feedUrl", feed.getUrl()).setCause(e).log("poll broke down");
            finished.add(BrokenPoll.of(feed, cursor, e, clock.instant()));
        } finally {
            inFlight.release();
        }
    }

    private List<PollResult> collect(ShardFeeds feeds, BlockingQueue<PollResult> finished)
            throws InterruptedException {
        List<PollResult> batch = new ArrayList<>();
        PollResult first = finished.poll(untilNextTurn(feeds).toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            finished.drainTo(batch, MAX_BATCH - 1);
        }
        Instant now = clock.instant();
        batch.forEach(result -> feeds.release(result.feed(), now));
        return batch;
    }

    private Duration untilNextTurn(ShardFeeds feeds) {
        Duration wait =
                feeds.nextTurn().map(turn -> Duration.between(clock.instant(), turn)).orElse(IDLE);
        return wait.isNegative() ? Duration.ofMillis(5) : wait.compareTo(IDLE) > 0 ? IDLE : wait;
    }

    private void publish(ShardProducer producer, ShardFeeds feeds, List<PollResult> batch) {
        producer.publish(batch);
        for (PollResult result : batch) {
            feeds.polled(result.feed(), result.cursor(), clock.instant());
            listener.committed(result);
        }
    }

    private Duration backOff(Duration pause, KafkaException e) {
        log.atWarn()
                .addKeyValue("partition", partition)
                .addKeyValue("error", e.toString())
                .addKeyValue("retryMillis", pause.toMillis())
                .log("Kafka refuses the feeds' transaction, trying again");
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            stopping = true;
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(GRACE) > 0 ? GRACE : longer;
    }

    /** Lets the running commit finish, forgets fetches under way. */
    @Override
    public void close() {
        stopping = true;
        try {
            if (!thread.join(GRACE)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
