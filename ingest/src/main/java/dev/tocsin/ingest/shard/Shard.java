package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.poll.FeedPoll;
import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.ingest.publish.CompactedLog;
import dev.tocsin.ingest.publish.PollEncoder;
import dev.tocsin.ingest.publish.PollRecords;
import dev.tocsin.ingest.publish.ShardProducer;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Polls the feeds of one partition. One thread decides and publishes; fetches run beside it on
 * virtual threads. A finished poll counts only once its transaction is committed, so whatever
 * happens in between, the next owner starts from a cursor and articles that agree.
 *
 * <p>Opening fences the former owner first and reads the cursors second; the other way round, the
 * former owner could still commit a cursor that was already read. Results whose transaction failed
 * are published again after reopening, and fetches under way go on, as long as the cursors show
 * that nothing was committed in between: publishers are not asked twice because Kafka is in
 * trouble.
 */
final class Shard implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Shard.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final int partition;
    private final ShardSettings settings;
    private final Instant startedAt;
    private final CompactedLog compactedLog;
    private final RecordSerdes serdes;
    private final PollWriter writer;
    private final PollFlights flights;
    private final Optional<PushParts> pushParts;
    private final PollListener listener;
    private final Clock clock;
    private final Queue<FeedUpdate> updates = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private List<PollResult> unsettled = List.of();
    private Duration pause = SHORTEST_PAUSE;
    private volatile boolean stopping;
    private volatile ShardState state = ShardState.OPENING;

    /**
     * @param deck shared by all shards of the worker
     */
    Shard(
            int partition,
            ShardSettings settings,
            Instant startedAt,
            RecordSerdes serdes,
            FeedPoll poll,
            Optional<PushParts> pushParts,
            PollListener listener,
            FlightDeck deck,
            Clock clock) {
        this.partition = partition;
        this.settings = settings;
        this.startedAt = startedAt;
        this.serdes = serdes;
        this.compactedLog = new CompactedLog(settings.kafka(), serdes);
        this.writer = new PollWriter(new PollEncoder(partition, serdes));
        this.flights = new PollFlights(poll, deck, clock);
        this.pushParts = pushParts;
        this.listener = listener;
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

    /** However the thread ends, the shard is lost then, and the worker opens another. */
    private void run() {
        try {
            boolean mine = true;
            while (mine && !stopping) {
                mine = ownWhilePossible();
            }
        } catch (InterruptedException e) {
            log.atDebug().addKeyValue("partition", partition).log("shard interrupted");
        } finally {
            state = ShardState.LOST;
        }
    }

    /** The life of one producer; false if another worker may have the partition. */
    private boolean ownWhilePossible() throws InterruptedException {
        try (ShardProducer producer = new ShardProducer(partition, settings.kafka())) {
            own(producer);
        } catch (RuntimeException e) {
            if (ShardProducer.isFenced(e)) {
                log.atInfo().addKeyValue("partition", partition).log("feeds taken over");
                return false;
            }
            state = ShardState.AWAY;
            pauseAfter(e);
        }
        return true;
    }

    private void own(ShardProducer producer) throws InterruptedException {
        ShardLog shardLog = ShardLog.read(compactedLog, partition);
        ShardFeeds feeds =
                new ShardFeeds(shardLog, settings, startedAt, flights.hosts(), clock.instant());
        publish(producer, feeds, unsettled, PushTurn.NOTHING);
        state = ShardState.POLLING;
        try (Pushes pushes = Pushes.open(pushParts, partition, settings.kafka(), serdes)) {
            while (!stopping) {
                takeUpdates(feeds, pushes);
                flights.startDue(feeds);
                unsettled = flights.landed(feeds);
                publish(producer, feeds, unsettled, pushes.turn(feeds, clock.instant()));
            }
        }
    }

    private void takeUpdates(ShardFeeds feeds, Pushes pushes) {
        for (FeedUpdate next = updates.poll(); next != null; next = updates.poll()) {
            feeds.polledFeed(next.feedId()).ifPresent(pushes::changed);
            feeds.update(next, clock.instant());
        }
    }

    private void publish(
            ShardProducer producer, ShardFeeds feeds, List<PollResult> batch, PushTurn pushed) {
        List<PollRecords> polls = new ArrayList<>();
        for (PollResult result : batch) {
            if (feeds.follows(result)) {
                polls.add(records(feeds, result));
            } else {
                feeds.discarded(result, clock.instant());
            }
        }
        List<PollRecords> pushes =
                pushed.results().stream().map(result -> records(feeds, result)).toList();
        if (!polls.isEmpty() || !pushed.isEmpty()) {
            List<PollRecords> all = Stream.concat(polls.stream(), pushes.stream()).toList();
            producer.publish(all, pushed.done());
            pause = SHORTEST_PAUSE;
            polls.forEach(committed -> settle(feeds, committed.result()));
            pushes.forEach(committed -> feeds.polled(committed.result(), clock.instant()));
        }
    }

    private PollRecords records(ShardFeeds feeds, PollResult result) {
        FeedCursor before = feeds.cursor(result.feed().getId());
        return writer.records(result, before, clock.instant());
    }

    private void settle(ShardFeeds feeds, PollResult result) {
        feeds.polled(result, clock.instant());
        try {
            listener.committed(result);
        } catch (RuntimeException e) {
            log.atError().addKeyValue("partition", partition).setCause(e).log("listener broke");
        }
    }

    private void pauseAfter(RuntimeException failure) throws InterruptedException {
        if (stopping) {
            return;
        }
        boolean ordinary = failure instanceof KafkaException;
        log.atLevel(ordinary ? Level.WARN : Level.ERROR)
                .addKeyValue("partition", partition)
                .addKeyValue("error", String.valueOf(failure))
                .addKeyValue("retryMillis", pause.toMillis())
                .setCause(ordinary ? null : failure)
                .log("the feeds' shard stopped, opening it again");
        Thread.sleep(pause);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    /** Asks the thread to end after the commit under way; does not wait for it. */
    void stop() {
        stopping = true;
    }

    /** Lets the running commit finish, forgets fetches under way. */
    @Override
    public void close() {
        stop();
        try {
            if (!thread.join(GRACE)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
